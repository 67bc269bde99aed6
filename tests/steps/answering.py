"""Requests and their mails, as tests of the inbox need them."""

import re
import uuid

from django.urls import reverse
from post_office.models import STATUS, Email, Log

from contact.mails.models import mail_for, queue_all
from contact.models import QuoteRequest, RequestMail
from tests import factories

VISITOR = "solange@prevert.example"
KINDS = RequestMail.Kind


def stored(**values):
    """Return a request as a visitor left it."""
    defaults = {
        "page": factories.quote_page(),
        "token": uuid.uuid4(),
        "form_data": {},
        "language": "fr",
        "name": "Solange Prévert",
        "email": VISITOR,
        "answers": [
            {"name": "tel", "label": "Téléphone", "purpose": "tel", "value": "01 23 45 67 89"},
        ],
    }
    return QuoteRequest.objects.create(**defaults | values)


def mailed(quote_request, status, kind=KINDS.CONFIRMATION, error=("", ""), **values):
    """Return a mail of the request with the given state in the outbox."""
    mail = mail_for(quote_request, kind, VISITOR, "Sujet", "Bonjour.\n")
    queue_all([mail])
    Email.objects.filter(pk=mail.email_id).update(status=status, **values)
    if status in (STATUS.failed, STATUS.requeued):
        Log.objects.create(
            email=mail.email, status=STATUS.failed, exception_type=error[0], message=error[1]
        )
    return RequestMail.objects.get(pk=mail.pk)


def page_of(quote_request):
    return reverse("quote_requests:edit", args=[quote_request.pk])


def form_of(quote_request):
    return reverse("answer_request", args=[quote_request.pk])


def section(client, quote_request, name):
    """Return the HTML of a section of the page of a request."""
    html = client.get(page_of(quote_request)).content.decode()
    found = re.search(rf'<section[^>]*id="{name}-section".*?</section>', html, re.DOTALL)
    return found[0] if found else ""


def token_in(html):
    return re.search(r'name="token" value="([^"]+)"', html)[1]


def write(client, quote_request, **changes):
    """Send the form of an answer; return the answer and what was posted."""
    values = {
        "token": token_in(client.get(form_of(quote_request)).content.decode()),
        "subject": "Votre demande",
        "text": "Bonjour,\r\nvoici notre estimation.",
    } | changes
    return client.post(form_of(quote_request), values), values
