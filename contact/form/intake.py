"""Take a request in: one transaction stores it and the mail that tells of it."""

import json
import logging

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction
from django.utils.translation import get_language
from wagtail.models import Page

from contact.form.fields import FormField, validate_address
from contact.law.consent import CallbackConsent
from contact.mails.notification import notify
from contact.requests.models import QuoteRequest, as_text
from contact.spam.suspicions import suspicions
from contact.uploads.waiting import attach, discard, same_files

logger = logging.getLogger(__name__)


class AlreadySent(Exception):
    """The form was sent before with other answers or files; ``quote_request`` is what was sent."""

    def __init__(self, quote_request):
        self.quote_request = quote_request


def receive(page, form, token, trapped=False, address=None, attachments=(), source=None):
    """Store the valid ``form`` once and return its QuoteRequest.

    A second post with the same one-time Token returns the request of the first, and raises
    AlreadySent when the answers or the files are others. ``trapped`` says that the honeypot was
    filled, ``address`` is the visitor's IP address or None. What looks like spam is kept as spam
    and nobody is told, but the visitor sees the same page. ``attachments`` are the files that wait,
    ``source`` is the page from which the visitor came to the form, or None.
    """
    form_data = json.loads(json.dumps(form.cleaned_data, cls=DjangoJSONEncoder))
    quote_request = QuoteRequest(
        page=page,
        page_title=page.title,
        source=source,
        source_title=source.title if source else "",
        token=token.id,
        form_data=form_data,
        answers=answers(page, form, form_data),
        language=get_language(),
        **columns(page, form),
    )
    try:
        with transaction.atomic():
            # One post of a form after the other: several at once would each find that nobody
            # came before. Stored without the page when that was deleted a moment ago.
            asked_on = Page.objects.select_for_update(no_key=True).filter(pk=page.pk)
            quote_request.page = asked_on.first()
            quote_request.spam_reasons = suspicions(quote_request, token, trapped, address)
            if quote_request.spam_reasons:
                quote_request.state = QuoteRequest.State.SPAM
            quote_request.save()
            CallbackConsent.objects.record(quote_request, page.callback_wording, form)
            attach(attachments, quote_request)
            if not quote_request.spam_reasons:
                notify(quote_request, page)
    except IntegrityError:
        quote_request = QuoteRequest.objects.filter(token=token.id).first()
        if quote_request is None:
            raise  # another reason than a second post
        stored = list(quote_request.attachments.all())
        if quote_request.form_data != form_data or not same_files(attachments, stored):
            raise AlreadySent(quote_request) from None
        discard(attachments)
        return quote_request
    if quote_request.spam_reasons:
        logger.info("A request was kept as spam: %s.", ", ".join(quote_request.spam_reasons))
    return quote_request


def columns(page, form):
    """Return the columns of the inbox, whatever type of field the editors chose for them."""
    purposes = FormField.Purpose
    names = {purposes.NAME: "name", purposes.ORGANIZATION: "company", purposes.EMAIL: "email"}
    values = {}
    for field in page.get_form_fields():
        if name := names.get(field.purpose):
            text = " ".join(as_text(form.cleaned_data.get(field.clean_name)).split())
            values[name] = text[: QuoteRequest._meta.get_field(name).max_length]
    try:
        validate_address(values.get("email", ""))
    except ValidationError:
        values["email"] = ""
    # Databases may know the cases of ASCII only; in a host they mean nothing (RFC 5321, 2.4).
    name, at, host = values["email"].rpartition("@")
    values["email"] = name + at + host.lower()
    return values


def answers(page, form, form_data):
    """Return each answer with its question as it was asked; what was not asked is left out."""
    return [
        {
            "name": field.clean_name,
            "label": field.label,
            "help_text": field.help_text,
            "type": field.field_type,
            "purpose": field.purpose,
            "value": form_data.get(field.clean_name, ""),
        }
        for field in page.get_form_fields()
        if field.clean_name not in form.left_out
    ]
