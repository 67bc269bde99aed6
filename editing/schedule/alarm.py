"""The alarm when the worker is silent, a publication is late, a mail or a check has failed."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from cyberworkers.outages.checks import troubles
from editing.dates import spoken
from editing.outbox import failed_mails
from editing.schedule import due
from editing.schedule.problems import PublicationProblem
from editing.worker import heartbeat

SHOWN = 20


@dataclass
class Late:
    """A page that should be online, or should not be any more; ``reason`` where it is known."""

    page: Page
    action: str
    due: datetime
    reason: str = ""

    @property
    def spoken_due(self):
        return spoken(self.due)


def overdue():
    """Return what is late for the alarm: (revisions to publish, pages to withdraw).

    The worker is given a moment, unless it has already found that it cannot.
    """
    limit = timezone.now() - due.ALARM_AFTER
    problems = PublicationProblem.objects
    return (
        due.late().filter(Q(approved_go_live_at__lt=limit) | Q(pk__in=problems.values("revision"))),
        due.expired().filter(
            Q(expire_at__lt=limit) | Q(pk__in=problems.filter(action="unpublish").values("page"))
        ),
    )


def late_count():
    return sum(queryset.count() for queryset in overdue())


def late_pages():
    """Return the first of what is late, with the reasons: a fixed number of queries."""
    revisions, expired = (list(queryset[:SHOWN]) for queryset in overdue())
    pages = Page.objects.in_bulk([int(revision.object_id) for revision in revisions])
    found = [
        Late(pages[int(revision.object_id)], "publish", revision.approved_go_live_at)
        for revision in revisions
        if int(revision.object_id) in pages
    ]
    found += [Late(page, "unpublish", page.expire_at) for page in expired]
    problems = PublicationProblem.objects.filter(page__in=[late.page for late in found])
    reasons = {(problem.page_id, problem.action): problem.reason for problem in problems}
    for late in found:
        late.reason = reasons.get((late.page.pk, late.action), "")
    return found[:SHOWN]


def health():
    """Return what `/healthz/ready/` says of the worker and of what is late."""
    sign = heartbeat.last_sign()
    worker = "ok"
    if heartbeat.is_silent(sign):
        worker = f"silent since {sign.isoformat(timespec='seconds')}" if sign else "never seen"
    return {"worker": worker, "late": late_count()}


class AlarmPanel(Component):
    """The first thing on the CMS home when something is wrong; otherwise nothing."""

    name = "alarm"
    order = 1
    template_name = "editing/alarm.html"

    def get_context_data(self, parent_context):
        sign = heartbeat.last_sign()
        late, failed = late_pages(), failed_mails.shown_failed_mails()
        return {
            "silent": heartbeat.is_silent(sign),
            "since": spoken(sign) if sign else None,
            "troubles": troubles(),
            "late": late,
            "failed": failed[: failed_mails.SHOWN],
            "more_failed": len(failed) > failed_mails.SHOWN,
            "csrf_token": parent_context.get("csrf_token"),
            "more": late_count() - len(late) if len(late) == SHOWN else 0,
        }


class TroublesPanel(AlarmPanel):
    """For who works on something else than pages: only what a check says of that."""

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        return {"troubles": troubles(self.user)}


@hooks.register("construct_homepage_panels")
def add_alarm(request, panels):
    """Show the alarm to those who can do something: who publishes, and administrators."""
    may_publish = PagePermissionPolicy().user_has_permission(request.user, "publish")
    panels.append(AlarmPanel() if may_publish else TroublesPanel(request.user))
