"""Writes a mail about a page to several people, each in their own language."""

import logging

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.admin.utils import get_user_display_name
from wagtail.users.models import UserProfile

from editing.dates import spoken
from editing.outbox import queue

logger = logging.getLogger(__name__)

# What each mail says, and which choice under "Notifications" of one's account stops it.
MAILS = {
    "submitted": ("editing/mails/submitted.txt", "submitted_notifications"),
    "rejected": ("editing/mails/rejected.txt", "rejected_notifications"),
    "cancelled": ("editing/mails/cancelled.txt", "submitted_notifications"),
    "published": ("editing/mails/published.txt", "approved_notifications"),
    "scheduled": ("editing/mails/scheduled.txt", "approved_notifications"),
}


def letter(kind, people, page, by=None, when=None, **context):
    """Queue the mail ``kind`` about ``page`` to those of ``people`` who want it.

    ``by`` is who caused it (None: the worker). The first line of the template is the subject.
    """
    template, choice = MAILS[kind]
    link = settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_pages:edit", args=[page.pk])
    title = page.title if kind == "published" else page.get_admin_display_title()
    context |= {"page": page, "title": title, "link": link}
    context["by"] = by and get_user_display_name(by)
    for person in people:
        if person is None or not person.is_active or not person.email:
            continue
        profile = UserProfile.get_for_user(person)
        if not getattr(profile, choice):
            continue
        language = profile.preferred_language or settings.LANGUAGE_CODE
        with override(language), timezone.override(profile.get_current_time_zone()):
            context["when"] = when and spoken(when)
            text = render_to_string(template, context).strip()
        subject, _, message = text.partition("\n")
        post(person.email, subject, message.strip() + "\n")


def post(address, subject, message, **options):
    """Queue a mail; one to a mistyped address is left out, and never stops what it tells of."""
    try:
        queue(address, subject, message, **options)
    except ValidationError:
        logger.warning("An address is not one: no mail “%s”.", subject)
