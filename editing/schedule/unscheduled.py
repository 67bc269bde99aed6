"""Tells those concerned, by mail, that a page will not be published at its date after all.

Wagtail says so in the history when somebody cancels a schedule; when another version is
published or scheduled, or the page withdrawn, it clears the schedule without a word.
"""

from django.utils.dateparse import parse_datetime
from wagtail.models import PageLogEntry, Revision, TaskState

from editing.outbox.letters import letter
from editing.review.mails import PUBLISHED, SCHEDULED, review_before, writers
from editing.text import author_of

CANCELLED = "wagtail.schedule.cancel"
WITHDRAWN = "wagtail.unpublish"  # by a person: the worker keeps a date to come
# After one of these, a page has the schedule that it tells of, or none.
STEPS = [SCHEDULED, CANCELLED, WITHDRAWN, *PUBLISHED]


def on_log_entry(instance, created, **kwargs):
    """A page is published, scheduled, withdrawn or no longer scheduled."""
    if not created or instance.action not in STEPS:
        return
    ended = schedule_before(instance.page_id, instance)
    if ended is None:
        return
    same = ended.revision_id == instance.revision_id
    if same != (instance.action == CANCELLED):
        return  # a second click on "cancel", or just what was planned, at another time
    people = concerned(ended)
    if instance.action in [SCHEDULED, *PUBLISHED]:
        people -= writers(instance)  # they get the mail about that
    tell(ended, people, instance.page, instance.user, why=instance.action)


def on_deleted(page, user):
    """A page is about to be deleted, by ``user`` or None."""
    if ended := schedule_before(page.pk):
        tell(ended, concerned(ended), page, user, deleted=True)


def schedule_before(page_id, entry=None):
    """Return the log entry of the schedule that stood before ``entry``, or stands; or None."""
    steps = PageLogEntry.objects.filter(page_id=page_id, action__in=STEPS)
    if entry:
        steps = steps.exclude(pk=entry.pk)
    last = steps.order_by("timestamp", "pk").last()
    if last is None or last.action != SCHEDULED:
        return None
    # Deleting a page deletes its versions: once brought back, it has no schedule.
    return last if Revision.objects.filter(pk=last.revision_id).exists() else None


def concerned(scheduling):
    """Return who wrote, who approved and who scheduled what a log entry schedules."""
    people = writers(scheduling) | {scheduling.user, author_of(scheduling.revision)}
    if state := review_before(scheduling):
        approved = state.task_states.filter(status=TaskState.STATUS_APPROVED)
        people |= {step.finished_by for step in approved.select_related("finished_by")}
    return people


def tell(scheduling, people, page, user, **context):
    planned = scheduling.data.get("revision", {}).get("go_live_at")
    letter(
        "unscheduled",
        people - {user},
        page,
        by=user,
        when=planned and parse_datetime(planned),
        **context,
    )
