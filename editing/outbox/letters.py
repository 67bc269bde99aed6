"""Writes a mail about a page to several people, each in their own language."""

import logging

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.users.models import UserProfile

from cyberworkers.typography import typeset
from editing.dates import spoken
from editing.names import name
from editing.outbox.queue import queue

logger = logging.getLogger(__name__)

# What each mail says, and which choice under "Notifications" of one's account stops it.
MAILS = {
    "submitted": ("editing/mail/submitted.txt", "submitted_notifications"),
    "rejected": ("editing/mail/rejected.txt", "rejected_notifications"),
    "cancelled": ("editing/mail/cancelled.txt", "submitted_notifications"),
    "published": ("editing/mail/published.txt", "approved_notifications"),
    "scheduled": ("editing/mail/scheduled.txt", "approved_notifications"),
    "unscheduled": ("editing/mail/unscheduled.txt", "approved_notifications"),
}


def letter(kind, people, page, by=None, when=None, deleted=False, **context):
    """Queue the mail ``kind`` about ``page`` to those of ``people`` who want it.

    ``by`` is who caused it (None: the worker). The link leads to the page, or to the bin when
    it is about to be deleted. The first line of the template is the subject.
    """
    template, _choice = MAILS[kind]
    path = reverse("bin") if deleted else reverse("wagtailadmin_pages:edit", args=[page.pk])
    link = settings.WAGTAILADMIN_BASE_URL + path
    title = page.title if kind == "published" else page.get_admin_display_title()
    context |= {"page": page, "title": title, "link": link, "deleted": deleted}
    context["by"] = by and name(by)
    for person in people:
        if not gets(person, kind):
            continue
        profile = UserProfile.get_for_user(person)
        language = profile.preferred_language or settings.LANGUAGE_CODE
        with override(language), timezone.override(profile.get_current_time_zone()):
            context["when"] = when and spoken(when)
            text = render_to_string(template, context).strip()
        subject, _, message = text.partition("\n")
        post(person.email, subject, message.strip() + "\n")


def gets(person, kind):
    """Return whether ``person`` can be written to, and has not declined the mail ``kind``."""
    if person is None or not person.is_active or not person.email:
        return False
    return getattr(UserProfile.get_for_user(person), MAILS[kind][1])


def post(address, subject, message, **options):
    """Queue a mail in the active language, with its typography.

    One to a mistyped address is left out, and never stops what it tells of.
    """
    try:
        queue(address, typeset(subject), typeset(message), **options)
    except ValidationError:
        logger.warning("An address is not one: no mail “%s”.", subject)
