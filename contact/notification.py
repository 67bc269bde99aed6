"""Tell the team of a new request: a mail in the outbox, sent later by the worker."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from post_office import mail


def notify(quote_request, page):
    """Queue the mail to the page's recipients. Runs inside the request's transaction.

    ``page`` is None when it was deleted meanwhile: then nobody is to be told.
    """
    if page is None:
        return
    recipients = [address.strip() for address in page.to_address.split(",") if address.strip()]
    if not recipients:
        return
    link = settings.WAGTAILADMIN_BASE_URL + reverse("quote_requests:edit", args=[quote_request.pk])
    with override(settings.LANGUAGE_CODE):
        mail.send(
            recipients,
            subject=_("Quote request %(reference)s") % {"reference": quote_request.reference},
            message=render_to_string(
                "contact/mail/new_request.txt", {"quote_request": quote_request, "link": link}
            ),
            headers={"Reply-To": quote_request.email} if quote_request.email else None,
        )
