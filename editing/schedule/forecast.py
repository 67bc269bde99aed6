"""Say after each step what will happen to a page, and what is still missing."""

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page, WorkflowState

from editing.checklist.findings import blocking
from editing.dates import spoken
from editing.done import has_begun, is_past
from editing.schedule.problems import PublicationProblem

PAST = gettext_lazy(
    "The date that was chosen, %(when)s, is past: once approved, it goes live at once."
)


def forecast(page, user):
    """Return (sentences, whether it happens without anybody's doing); “” when nothing will."""
    page = Page.objects.get(pk=page.pk).specific  # as the step left it
    revision = page.scheduled_revision or page.get_latest_revision()
    if not revision or not (page.scheduled_revision or page.has_unpublished_changes):
        return "", False
    version = revision.as_object()
    lacking = [str(sentence) for sentence in blocking(version)] if version.go_live_at else []
    if page.scheduled_revision:
        sentences = [of_scheduled(page, revision, lacking)]
    else:
        sentences = [of_draft(page, version.go_live_at, lacking, user)]
    if version.expire_at and version.expire_at > timezone.now():
        sentences.append(
            _("It will be withdrawn on %(when)s.") % {"when": spoken(version.expire_at)}
        )
    return " ".join(filter(None, sentences)), bool(page.scheduled_revision and not lacking)


def of_scheduled(page, revision, lacking):
    when = {"when": spoken(revision.approved_go_live_at)}
    if lacking:
        text = _("Will be published on %(when)s if nothing required is missing then. Now missing:")
        return " ".join([text % when, *lacking])
    if revision.pk != page.latest_revision_id:
        return older(revision)
    if page.live:
        return _("This version will replace the published one on %(when)s.") % when
    return _("Will be published on %(when)s.") % when


def older(revision):
    """Return the sentence for a schedule that does not hold the latest text."""
    return _(
        "On %(when)s the older version of %(saved)s will be published, without what was changed "
        "since. To publish the latest text, cancel the schedule and schedule again."
    ) % {"when": spoken(revision.approved_go_live_at), "saved": spoken(revision.created_at)}


def of_draft(page, go_live_at, lacking, user):
    if not go_live_at:
        return ""
    when = {"when": spoken(go_live_at)}
    if is_past(go_live_at):
        return " ".join([PAST % when, *lacking])
    text = _("Will be published on %(when)s once approved. Still missing: %(missing)s.")
    text %= when | {"missing": missing_step(page, user)}
    return " ".join([text, *lacking])


def missing_step(page, user):
    """Return what must happen next so that the page is approved."""
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return _("corrections, then a new submission")
    if state and (task := page.current_workflow_task):
        return _("the step “%(step)s”") % {"step": task.name}
    if page.permissions_for_user(user).can_publish():
        return _("scheduling it, with the publish button")
    return _("submission, then approval")


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def say_what_will_happen(request, page):
    if not request.accepts("text/html"):
        return  # an autosave, which shows no messages
    if request.POST.get("workflow-action-name"):
        return  # the review itself says what became of it
    text, settled = forecast(page, request.user)
    if text:
        (messages.success if settled else messages.warning)(request, capfirst(text))


@hooks.register("before_edit_page")
def say_what_is_odd(request, page):
    """Say on opening why a page is late, that its date passed, that what is scheduled is old."""
    if request.method != "GET":
        return
    for problem in PublicationProblem.objects.filter(page_id=page.pk):
        text = (
            _("This page should have been published on %(when)s and could not be: %(reason)s")
            if problem.action == PublicationProblem.Action.PUBLISH
            else _("This page should have been withdrawn on %(when)s and could not be: %(reason)s")
        )
        messages.error(request, text % {"when": spoken(problem.due), "reason": problem.reason})
    revision = page.scheduled_revision
    if revision and revision.pk != page.latest_revision_id:
        messages.warning(request, older(revision))
    if not revision and is_past(page.go_live_at) and not has_begun(page, page.go_live_at):
        messages.warning(request, PAST % {"when": spoken(page.go_live_at)})
