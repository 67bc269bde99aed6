"""Publish and withdraw what is due: each page on its own, each exactly once."""

import logging
import time

from django.db import InterfaceError, InternalError, OperationalError, connection, transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from editing.checklist.findings import require_ready
from editing.schedule import due, problems
from editing.schedule.problems import PublicationProblem
from editing.schedule.report import record
from editing.worker.heartbeat import beat

logger = logging.getLogger(__name__)

# Errors that say nothing of the page: a lost connection, a deadlock, what follows a deadlock.
PASSING = (OperationalError, InterfaceError, InternalError)


def publish_due():
    """Publish every page that is due, then withdraw every page whose time is over.

    In this order, because a version that was due too may move the end of publication.
    """
    actions = PublicationProblem.Action
    beats = time.monotonic()
    # The keys only: each page is read again once it is ours.
    todo = [(int(pk), actions.PUBLISH) for pk in due.late().values_list("object_id", flat=True)]
    todo += [(pk, actions.UNPUBLISH) for pk in due.expired().values_list("pk", flat=True)]
    for pk, action in todo:
        try:
            handle(pk, action)
        except Exception:
            # Not even the problem could be recorded; the page stays due, the others go on.
            logger.exception("Page %s could not be handled.", pk)
            if not connection.is_usable():
                raise  # the database is away: the next pass tries again
        if time.monotonic() - beats > 30:  # a long pass is not a silent worker
            beats = time.monotonic()
            beat("publish")
    problems.forget_obsolete()


def handle(pk, action):
    """Publish or withdraw one page in one transaction, or record why it could not be.

    The row of the page is locked: a second worker passes over it, and one that is killed
    leaves nothing behind. SQLite, which knows no row locks, lets one transaction in at a time.
    """
    with transaction.atomic():
        page = Page.objects.select_for_update(skip_locked=True).filter(pk=pk).first()
        if page is None:
            return  # another worker has it, or it was deleted
        problem = PublicationProblem.objects.filter(page=page, action=action).first()
        publishing = action == PublicationProblem.Action.PUBLISH
        revision = due_revision(page) if publishing else None
        if not (revision if publishing else is_over(page)):
            return  # done or changed since the list was made
        if problem and problem.revision == revision and problem.next_try > timezone.now():
            return
        try:
            with transaction.atomic():  # undone as a whole, so that the page stays due
                publish(revision) if publishing else withdraw(page)
        except PASSING:
            raise
        except Exception as error:
            record(page, action, revision, error, problem)
        else:
            if problem:
                problem.delete()


def due_revision(page):
    """Return the approved revision of ``page`` that is due, locked, or None."""
    return (
        Revision.page_revisions.select_for_update(of=("self",))
        .filter(object_id=str(page.pk), approved_go_live_at__lte=timezone.now())
        .order_by("approved_go_live_at")
        .last()
    )


def is_over(page):
    return page.live and page.expire_at and page.expire_at <= timezone.now()


def publish(revision):
    """Publish ``revision``; where its end is past too, readers never see it.

    Raises NotReady for what the checklist requires, ValidationError for what the page lacks.
    """
    page = revision.as_object()
    require_ready(page)
    revision.publish(log_action="wagtail.publish.scheduled")
    if page.expire_at and page.expire_at <= timezone.now():
        withdraw(Page.objects.get(pk=page.pk))


def withdraw(page):
    """Unpublish ``page`` at its end, and keep the date of a version that is still to come.

    Wagtail's own action clears every schedule of the page.
    """
    waiting = list(page.revisions.filter(approved_go_live_at__isnull=False))
    page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    Revision.objects.bulk_update(waiting, ["approved_go_live_at"])
