"""Answer a request by mail, once."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from contact.inbox.request.history import record
from contact.mails.models import RequestMail, mail_for, queue_all
from contact.requests.models import QuoteRequest
from cyberworkers.typography import typeset
from editing.outbox.queue import as_subject

KEPT = (QuoteRequest.State.WON, QuoteRequest.State.LOST)  # an answer does not open them again


class AlreadySent(Exception):
    """The form was sent before; ``same`` says whether with the same text, for the same request."""

    def __init__(self, same):
        self.same = same


def hindrance(quote_request, user):
    """Return why ``user`` cannot answer this request by mail, or nothing."""
    if quote_request.state == QuoteRequest.State.SPAM:
        return gettext("This request is kept as spam. Release it first, then answer.")
    if not quote_request.email:
        return gettext("The visitor gave no e-mail address to which an answer could be sent.")
    if not user.email:
        return gettext(
            "Your account has no e-mail address, so the visitor could not reply to you. "
            "Add one under “Account”."
        )
    return ""


@transaction.atomic
def answer(quote_request, user, subject, text, token):
    """Queue the answer, in the typography of the visitor's language, and note it on the request,
    which nobody else changes meanwhile.

    Returns its RequestMail, or None when the visitor's address is none. Raises AlreadySent for
    a second post of the same form.
    """
    text = typeset(text, quote_request.language)
    subject = as_subject(typeset(subject, quote_request.language))  # as it is stored
    before = RequestMail.objects.filter(token=token).select_related("email").first()
    if before:
        sent = (before.quote_request_id, before.email.subject, before.email.message)
        raise AlreadySent(sent == (quote_request.pk, subject, text))
    headers = {"Reply-To": user.email, **thread(quote_request)}
    kind, email = RequestMail.Kind.REPLY, quote_request.email
    mail = mail_for(quote_request, kind, email, subject, text, headers, by=user, token=token)
    queue_all([mail])
    if mail:
        note_answer(quote_request, user)
    return mail


def thread(quote_request):
    """Return the headers by which the visitor's mail programme shows an answer below the last."""
    last = quote_request.mails.exclude(kind=RequestMail.Kind.NOTIFICATION).last()
    return dict.fromkeys(["In-Reply-To", "References"], last.email.message_id) if last else {}


def note_answer(quote_request, user):
    record(quote_request, "answer", user)
    before = quote_request.state
    if before not in KEPT:
        quote_request.state = QuoteRequest.State.ANSWERED
    if before != quote_request.state:
        record(quote_request, "state", user, before=before, after=quote_request.state)
    quote_request.last_contact = timezone.now()
    quote_request.save(update_fields=["state", "last_contact"])
