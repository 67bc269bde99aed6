"""Erase requests with everything that is known through them; a count is all that stays.

Within a transaction: files go first, so that whatever happens in the middle leaves at worst a
row without its file, which the next try erases, and never a file that nothing leads to.
"""

from collections import Counter

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from post_office.models import Attachment as MailAttachment
from post_office.models import Email
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from contact.law.erased import ErasedRequests
from contact.law.retention import RetentionSettings
from contact.requests.attachments import Attachment
from contact.requests.models import QuoteRequest

BATCH = 200


@transaction.atomic
def erase(numbers, reason, user=None):
    """Erase the requests with these primary keys; return how many there were.

    Files, mails, notes, consent, history: everything goes. What stays are counts
    (`ErasedRequests`) and, when a person did it, a log entry with the number.
    """
    # Locked: an answer, a note or another erasure of the same moment is over, or waits.
    rows = QuoteRequest.objects.filter(pk__in=numbers).order_by("pk").select_for_update()
    counted = Counter()
    numbers = []
    for number, *kind in rows.values_list("pk", "state", "language"):
        numbers.append(number)
        counted[tuple(kind)] += 1
    found = QuoteRequest.objects.filter(pk__in=numbers)
    for attachment in Attachment.objects.filter(quote_request__in=found):
        attachment.file.storage.delete(attachment.file.name)
    erase_mails(Email.objects.filter(request_mail__quote_request__in=found))
    erase_history(found)
    found.delete()
    for (state, language), number in counted.items():
        count(reason, state, language, number)
    if counted and user:
        note(reason, counted.total(), user)
    return counted.total()


def erase_mails(emails):
    """Erase mails of the outbox with their delivery log and the files sent along."""
    numbers = list(emails.values_list("pk", flat=True))
    for attachment in MailAttachment.objects.filter(emails__in=numbers).distinct():
        if not attachment.emails.exclude(pk__in=numbers).exists():
            attachment.file.storage.delete(attachment.file.name)
            attachment.delete()
    Email.objects.filter(pk__in=numbers).delete()
    return len(numbers)


def erase_history(found):
    """Erase the log entries of requests and of what belongs to them: they name the visitor."""
    querysets = [found]
    for relation in QuoteRequest._meta.related_objects:
        querysets.append(
            relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": found})
        )
    for queryset in querysets:
        ModelLogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(queryset.model),
            object_id__in=[str(number) for number in queryset.values_list("pk", flat=True)],
        ).delete()


def count(reason, state, language, number):
    row, _ = ErasedRequests.objects.get_or_create(
        day=timezone.localdate(), reason=reason, state=state, language=language
    )
    ErasedRequests.objects.filter(pk=row.pk).update(count=F("count") + number)


def note(reason, number, user=None):
    """Log an erasure, on one of its counts: who, and how many."""
    row = ErasedRequests.objects.filter(reason=reason).first()  # of the latest day
    log(row, "contact.erase", user=user, title=row.get_reason_display(), data={"count": number})


def purge():
    """Erase what has been kept long enough; return how many requests.

    A transaction for each batch: a purge that is killed has done what it had done, and the next
    one goes on. Two at once take different requests.
    """
    settings, erased = RetentionSettings.load(), 0
    for state in QuoteRequest.State.values:
        while number := purge_batch(settings.due(state)):
            erased += number
    if erased:
        note(ErasedRequests.Reason.RETENTION, erased)
    return erased


@transaction.atomic
def purge_batch(due):
    # Locked rows are another purge's, or somebody is handling them: they wait for the next one.
    batch = due.order_by().select_for_update(skip_locked=True).values_list("pk", flat=True)
    numbers = list(batch[:BATCH])
    return erase(numbers, ErasedRequests.Reason.RETENTION) if numbers else 0
