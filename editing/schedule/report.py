"""Say to the editor in chief why a page could not be published."""

import logging
from contextlib import suppress

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, ValidationError
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.permission_policies.pages import PagePermissionPolicy

from editing.checklist.findings import NotReady
from editing.dates import spoken
from editing.outbox.letters import post
from editing.schedule.problems import PublicationProblem

logger = logging.getLogger(__name__)


def record(page, action, revision, error, problem=None):
    """Store that ``page`` could not be handled, and mail it the first time.

    ``problem`` is what is known of the page; another revision is another problem.
    """
    new = problem is None or problem.revision != revision
    if problem is None:
        problem = PublicationProblem(page=page, action=action)
    if new:
        problem.revision, problem.tries = revision, 0
        problem.due = revision.approved_go_live_at if revision else page.expire_at
    with override(settings.LANGUAGE_CODE):
        problem.failed(in_plain_words(error, page))
    if new:
        if not isinstance(error, NotReady | ValidationError):
            logger.error("Page %s could not be published.", page.pk, exc_info=error)
        for user in chiefs(page):
            mail_problem(user, problem, error)


def in_plain_words(error, page):
    """Return sentences in the current language."""
    if isinstance(error, NotReady):
        return " ".join(str(sentence) for sentence in error.sentences)
    if isinstance(error, ValidationError):
        if not hasattr(error, "error_dict"):
            return " ".join(error.messages)
        return " ".join(
            f"{label(page, name)}{' '.join(messages)}"
            for name, messages in error.message_dict.items()
        )
    return _("An unexpected error (%(name)s): an administrator finds it in the worker's log.") % {
        "name": type(error).__name__
    }


def label(page, name):
    if name == NON_FIELD_ERRORS:
        return ""
    with suppress(FieldDoesNotExist):
        name = page.specific_class._meta.get_field(name).verbose_name
    return _("%(field)s: ") % {"field": capfirst(name)}


def chiefs(page):
    """Return who may publish ``page``; administrators only where there is nobody else."""
    users = PagePermissionPolicy().users_with_permission_for_instance("publish", page)
    users = users.filter(is_active=True).exclude(email="").select_related("wagtail_userprofile")
    return users.filter(is_superuser=False) or users


def mail_problem(user, problem, error):
    """Queue the mail in the user's language; it leaves when the transaction is through."""
    profile = getattr(user, "wagtail_userprofile", None)
    language = profile.get_preferred_language() if profile else settings.LANGUAGE_CODE
    link = reverse("wagtailadmin_pages:edit", args=[problem.page_id])
    with override(language):
        title = " ".join(problem.page.get_admin_display_title().split())
        publishing = problem.action == PublicationProblem.Action.PUBLISH
        subject = _("Not published: %(title)s") if publishing else _("Still published: %(title)s")
        context = {
            "title": title,
            "due": spoken(problem.due),
            "publishing": publishing,
            "reason": in_plain_words(error, problem.page),
            "link": settings.WAGTAILADMIN_BASE_URL + link,
        }
        message = render_to_string("editing/mail/publication_problem.txt", context)
        post(user.email, subject % {"title": title}, message)
