"""What is done with a request: each change once, under a lock, with an entry in the history.

What somebody erased meanwhile is not changed, and leaves no entry.
"""

from django.contrib.auth import get_user_model
from django.db import transaction
from wagtail.admin.utils import get_user_display_name
from wagtail.permissions import policy_registry

from contact.inbox.request.history import record
from contact.inbox.request.reading import Reading
from contact.mails.notification import notify
from contact.requests.models import QuoteRequest

SPAM = QuoteRequest.State.SPAM


def handlers():
    """Return the people who may handle requests, by name."""
    people = policy_registry.get_by_type(QuoteRequest).users_with_permission("change")
    return people.order_by("last_name", "first_name", get_user_model().USERNAME_FIELD)


def locked(pk):
    """Return the request as it is now, or None. Until the transaction ends nobody changes it."""
    return QuoteRequest.objects.select_for_update().filter(pk=pk).first()


@transaction.atomic
def set_state(pk, state, user):
    """A request that leaves spam was none: then the mails leave that were held.

    Why it looked like spam moves into the history. A request that still has reasons is one of
    which nobody was told, so one that a person marked as spam sends nothing twice.
    """
    quote_request = locked(pk)
    if not quote_request or quote_request.state == state:
        return False
    before, quote_request.state = quote_request.state, state
    held = quote_request.spam_reasons if before == SPAM else []
    if before == SPAM:
        quote_request.spam_reasons = []
    quote_request.save(update_fields=["state", "spam_reasons"])
    action = {before: "release", state: "mark_spam"}.get(SPAM, "state")
    record(quote_request, action, user, before=before, after=state, reasons=held)
    if held:
        notify(quote_request, quote_request.page)
    return True


@transaction.atomic
def assign(pk, assignee, user):
    """``assignee`` is a person or None, for nobody."""
    quote_request = locked(pk)
    if not quote_request or quote_request.assignee_id == (assignee and assignee.pk):
        return False
    quote_request.assignee = assignee
    quote_request.save(update_fields=["assignee"])
    record(quote_request, "assign", user, to=assignee and get_user_display_name(assignee))
    return True


@transaction.atomic
def star(pk, starred, user):
    quote_request = locked(pk)
    if not quote_request or quote_request.starred == starred:
        return False
    quote_request.starred = starred
    quote_request.save(update_fields=["starred"])
    record(quote_request, "star" if starred else "unstar", user)
    return True


@transaction.atomic
def mark_read(quote_request, user):
    if not locked(quote_request.pk):
        return False
    created = Reading.objects.get_or_create(quote_request=quote_request, user=user)[1]
    if created:
        record(quote_request, "read", user)
    return created


@transaction.atomic
def mark_unread(quote_request, user):
    deleted = Reading.objects.filter(quote_request=quote_request, user=user).delete()[0]
    if deleted:
        record(quote_request, "unread", user)
    return bool(deleted)


@transaction.atomic
def add_note(quote_request, text, author):
    """A second click on the button adds no second note. Returns None when the request is gone."""
    if not locked(quote_request.pk):
        return None
    last = quote_request.notes.filter(author=author).last()
    if last and last.text == text:
        return last
    note = quote_request.notes.create(text=text, author=author)
    quote_request.find_by_notes()
    record(quote_request, "note", author)
    return note


@transaction.atomic
def delete_note(note, user):
    quote_request = locked(note.quote_request_id)
    if quote_request and note.delete()[0]:
        quote_request.find_by_notes()
        record(note.quote_request, "note_deleted", user)
