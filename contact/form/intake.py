"""Take a request in: one transaction stores it and the mails that tell of it."""

import json
import logging

from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction
from django.utils.translation import get_language
from wagtail.models import Page

from contact.form.addresses import mailable
from contact.form.fields import FormField
from contact.law.consent import CallbackConsent
from contact.mails.notification import notify
from contact.requests.models import QuoteRequest, as_text
from contact.spam.suspicions import suspicions
from contact.uploads.room import is_full_of_spam

logger = logging.getLogger(__name__)

PURPOSE = FormField.Purpose
COLUMNS = {PURPOSE.NAME: "name", PURPOSE.ORGANIZATION: "company", PURPOSE.EMAIL: "email"}


class AlreadySent(Exception):
    """The form was sent before with other answers or files; ``quote_request`` is what was sent."""

    def __init__(self, quote_request):
        self.quote_request = quote_request


def receive(post):
    """Store a valid Post once and return its QuoteRequest.

    A second post with the same one-time token returns the request of the first, and raises
    AlreadySent when the answers or the files are others.
    """
    quote_request = request_of(post)
    try:
        with transaction.atomic():
            store(quote_request, post)
    except IntegrityError:
        earlier = QuoteRequest.objects.filter(token=post.token.id).first()
        if earlier is None:
            raise  # another reason than a second post
        if earlier.form_data != quote_request.form_data or not post.files.are_those_of(earlier):
            raise AlreadySent(earlier) from None
        post.files.discard()
        return earlier
    if quote_request.spam_reasons:
        logger.info("A request was kept as spam: %s.", ", ".join(quote_request.spam_reasons))
    return quote_request


def store(quote_request, post):
    """Store a request, what came with it and the mails that tell of it, within a transaction.

    What looks like spam is kept as spam and nobody is told, but the visitor sees the same page.
    """
    # One post of a form after the other: several at once would each find that nobody came
    # before. Stored without the page when that was deleted a moment ago.
    asked_on = Page.objects.select_for_update(no_key=True).filter(pk=post.page.pk)
    quote_request.page_id = next(iter(asked_on.values_list("pk", flat=True)), None)
    quote_request.spam_reasons = suspicions(quote_request, post)
    if quote_request.spam_reasons:
        quote_request.state = QuoteRequest.State.SPAM
        if post.files.attachments and is_full_of_spam():
            post.files.lose()
    quote_request.answers = [post.files.as_kept(answer) for answer in quote_request.answers]
    quote_request.save()
    CallbackConsent.objects.record(quote_request, post.page.callback_wording, post.form)
    post.files.attach(quote_request)
    notify(quote_request, post.page, ())


def request_of(post):
    """Return what a valid Post asks for as a QuoteRequest, not stored yet."""
    fields = list(post.page.get_form_fields())
    form_data = json.loads(json.dumps(post.form.cleaned_data, cls=DjangoJSONEncoder))
    return QuoteRequest(
        page_title=post.page.title,
        source=post.source,
        source_title=post.source.title if post.source else "",
        token=post.token.id,
        form_data=form_data,
        answers=[
            as_asked(field, form_data)
            for field in fields
            if field.clean_name not in post.form.left_out
        ],
        language=get_language(),
        **columns(fields, post.form.cleaned_data),
    )


def as_asked(field, form_data):
    """Return an answer with its question as it was asked."""
    return {
        "name": field.clean_name,
        "label": field.label,
        "help_text": field.help_text,
        "type": field.field_type,
        "purpose": field.purpose,
        "value": form_data.get(field.clean_name, ""),
    }


def columns(fields, answers):
    """Return the columns of the inbox, whatever type of field the editors chose for them."""
    values = {}
    for field in fields:
        if name := COLUMNS.get(field.purpose):
            text = " ".join(as_text(answers.get(field.clean_name)).split())
            values[name] = text[: QuoteRequest._meta.get_field(name).max_length]
    return values | {"email": mailable(values.get("email", ""))}
