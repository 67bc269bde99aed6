"""Take a request in: one transaction stores it and the mail that tells of it."""

from django.db import IntegrityError, transaction
from django.utils.translation import get_language

from contact.notification import notify
from contact.requests import QuoteRequest


def receive(page, form, token, trapped=False):
    """Store the valid ``form`` once and return its QuoteRequest.

    A second post with the same one-time ``token`` returns the request of the first.
    ``trapped`` says that the honeypot was filled: the request is kept as spam and nobody
    is told, but the visitor sees the same page.
    """
    columns = {field.purpose: form.cleaned_data.get(field.clean_name, "") for field in fields(page)}
    quote_request = QuoteRequest(
        page=page,
        token=token,
        form_data=form.cleaned_data,
        answers=answers(page, form),
        language=get_language(),
        name=columns.get("name", ""),
        company=columns.get("organization", ""),
        email=columns.get("email", ""),
    )
    if trapped:
        quote_request.state = QuoteRequest.State.SPAM
        quote_request.spam_reason = "honeypot"
    try:
        with transaction.atomic():
            quote_request.save()
            if not trapped:
                notify(quote_request, page)
    except IntegrityError:
        return QuoteRequest.objects.get(token=token)
    return quote_request


def fields(page):
    return page.get_form_fields()


def answers(page, form):
    """Return each answer with its question as it was asked."""
    return [
        {
            "name": field.clean_name,
            "label": field.label,
            "help_text": field.help_text,
            "type": field.field_type,
            "value": form.cleaned_data.get(field.clean_name, ""),
        }
        for field in fields(page)
    ]
