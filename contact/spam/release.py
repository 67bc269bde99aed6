"""A person decides: not a spam after all, or spam after all."""

from django.db import transaction
from wagtail.log_actions import log

from contact.notification import notify
from contact.requests import QuoteRequest

SPAM = QuoteRequest.State.SPAM


def release(quote_request, user):
    """Make a spam a new request and send the mails that were held; return False when it is none.

    Why it looked like spam moves into the history: a request that still has reasons is one of
    which nobody was told, so that one marked as spam by a person and released again sends
    nothing twice. Of two releases at once the UPDATE lets one through.
    """
    with transaction.atomic():
        spam = QuoteRequest.objects.filter(pk=quote_request.pk, state=SPAM)
        reasons = spam.values_list("spam_reasons", flat=True).first()
        if not spam.update(state=QuoteRequest.State.NEW, spam_reasons=[]):
            return False
        quote_request.refresh_from_db()
        log(quote_request, "contact.release", user=user, data={"reasons": reasons})
        if reasons:
            page = quote_request.page
            notify(quote_request, page.specific if page else None)
    return True


def mark(quote_request, user):
    """Put a request into quarantine; return False when it is there."""
    with transaction.atomic():
        ordinary = QuoteRequest.objects.filter(pk=quote_request.pk).exclude(state=SPAM)
        if not ordinary.update(state=SPAM):
            return False
        quote_request.refresh_from_db()
        log(quote_request, "contact.mark_spam", user=user)
    return True
