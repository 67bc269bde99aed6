"""Whether mail leaves: none that could waits for long."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import ngettext
from post_office.models import Email

from cyberworkers.outages.checks import check
from editing.outbox.delivery import WAITING

PATIENCE = timedelta(hours=1)


@check("mail")
def mail_leaves():
    """An address that the server refuses is no fault of the machine: it is left out."""
    waiting = Email.objects.filter(status__in=WAITING, created__lt=timezone.now() - PATIENCE)
    count = waiting.exclude(logs__exception_type="SMTPRecipientsRefused").count()
    if not count:
        return ""
    return ngettext(
        "%(count)d mail has been waiting for more than an hour: the mail server does not take it.",
        "%(count)d mails have been waiting for more than an hour: the mail server does not take "
        "them.",
        count,
    ) % {"count": count}
