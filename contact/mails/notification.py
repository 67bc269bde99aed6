"""Tell the team of a new request, and the visitor that it has arrived."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from contact.mails.confirmation import confirmation
from contact.mails.models import RequestMail, mail_for, queue_all


def notify(quote_request, page, already=None):
    """Queue the mails of a request, in the transaction that stores or releases it.

    ``page`` may be None, when it was deleted: then nobody is told. Spam gets no mail. The kinds of
    mail that were queued ``already``, looked up where they are not given, are not queued again.
    """
    if page is None or quote_request.state == quote_request.State.SPAM:
        return
    page = page.specific
    if already is None:
        already = set(quote_request.mails.values_list("kind", flat=True))
    mails = []
    if RequestMail.Kind.NOTIFICATION not in already:
        with override(settings.LANGUAGE_CODE):
            mails += notifications(quote_request, recipients(page))
    if RequestMail.Kind.CONFIRMATION not in already:
        with override(quote_request.language):
            mails.append(confirmation(quote_request, page))
    queue_all(mails)


def recipients(page):
    """Return the addresses that are told of a new request."""
    return list(dict.fromkeys(filter(None, (one.strip() for one in page.to_address.split(",")))))


def notifications(quote_request, addresses):
    """Return a mail to each of ``addresses``, so that one that is refused stops no other."""
    link = settings.WAGTAILADMIN_BASE_URL + reverse("quote_requests:edit", args=[quote_request.pk])
    subject = _("Quote request %(reference)s") % {"reference": quote_request.reference}
    if quote_request.name:
        subject += f" – {quote_request.name}"
    message = render_to_string(
        "contact/mail/new_request.txt", {"quote_request": quote_request, "link": link}
    )
    headers = {"Auto-Submitted": "auto-generated"}
    if quote_request.email:
        headers["Reply-To"] = quote_request.email
    kind = RequestMail.Kind.NOTIFICATION
    return [
        mail_for(quote_request, kind, address, subject, message, headers) for address in addresses
    ]
