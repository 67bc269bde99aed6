"""What became of a mail of the outbox, in words for people."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from post_office.models import STATUS

from editing.dates import spoken

REFUSED = gettext_lazy("The mail server refuses the address.")
BROKE_OFF = gettext_lazy("The mail server did not answer, or broke off.")
NOT_REACHED = gettext_lazy("The mail server cannot be reached.")
OTHER = gettext_lazy("The mail server did not take it.")
REASONS = {
    "SMTPRecipientsRefused": REFUSED,
    "SMTPSenderRefused": gettext_lazy("The mail server refuses our own address."),
    "SMTPDataError": gettext_lazy("The mail server refuses the text."),
    "SMTPAuthenticationError": gettext_lazy("The mail server refuses our password."),
    "SMTPServerDisconnected": BROKE_OFF,
    "TimeoutError": BROKE_OFF,
    "SMTPConnectError": NOT_REACHED,
    "SMTPHeloError": NOT_REACHED,
    "ConnectionRefusedError": NOT_REACHED,
    "gaierror": NOT_REACHED,
    "OSError": NOT_REACHED,
    "Unsendable": gettext_lazy("No mail can be made of its address or text."),
}


@dataclass
class MailState:
    """``label`` in a word, ``detail`` with the times; ``reason`` and the server's ``words``."""

    label: str
    detail: str
    reason: str = ""
    words: str = ""
    failed: bool = False
    waits: bool = False


def state_of(email):
    """Return the MailState of ``email``; its logs are best prefetched."""
    if email.status == STATUS.sent:
        detail = _("Handed to the mail server on %(when)s.") % {"when": spoken(email.last_updated)}
        return MailState(_("Sent"), detail)
    if email.status not in (STATUS.failed, STATUS.requeued):
        detail = _("Queued on %(when)s.") % {"when": spoken(email.created)}
        return MailState(_("Waits"), detail, waits=True)
    tries = email.number_of_retries or 1
    tried = ngettext("Tried once.", "Tried %(count)s times.", tries) % {"count": tries}
    failures = [log for log in email.logs.all() if log.status == STATUS.failed]
    last = max(failures, key=lambda log: log.pk, default=None)
    reason = str(REASONS.get(last.exception_type, OTHER)) if last else ""
    words = last.message if last else ""
    if email.status == STATUS.failed:
        detail = _("Given up on %(when)s.") % {"when": spoken(email.last_updated)}
        return MailState(_("Failed"), f"{detail} {tried}", reason, words, failed=True)
    detail = _("Next try on %(when)s.") % {"when": spoken(email.scheduled_time)}
    return MailState(_("Is tried again"), f"{tried} {detail}", reason, words, waits=True)
