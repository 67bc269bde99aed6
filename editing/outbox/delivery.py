"""Hands one mail to the mail server, and notes at once what became of it."""

import logging
import smtplib
from contextlib import suppress
from datetime import timedelta
from email.errors import MessageError

from django.utils import timezone
from post_office.connections import connections
from post_office.models import STATUS, Email, Log

logger = logging.getLogger(__name__)

WAITING = (STATUS.queued, STATUS.requeued)
# Before each new try: a day in all, then the mail has failed.
PAUSES = [timedelta(minutes=m) for m in (1, 2, 5, 15, 30, 60, 120, 240, 240, 240, 240, 240)]
NO_SUCH_ADDRESS = "5.1."  # enhanced status codes "bad destination address" (RFC 3463, 3.2)
LONGEST_ANSWER = 500


class Unsendable(Exception):
    """No mail can be made of it, however often it is tried."""


def deliver(email):
    """Try to send ``email``; return False when the mail server could not be spoken to.

    The connection stays open for the next mail, unless this one failed. The server may have
    taken the mail and gone before it could say so (RFC 5321, 4.5.3.2.6): nobody can tell, so
    it is tried again, with the same Message-ID.
    """
    try:
        build(email)
        email.dispatch(commit=False, disconnect_after_delivery=False)
    except Exception as error:
        disconnect()
        note_failure(email, error)
        return not is_away(error)
    note(email, STATUS.sent, status=STATUS.sent)
    return True


def build(email):
    try:
        email.email_message().message()
    except (ValueError, MessageError) as error:
        raise Unsendable(str(error)) from error


def note_failure(email, error):
    """Set the next try after a pause that grows; give up after a day, or where none can help."""
    tries = (email.number_of_retries or 0) + 1
    values = {"status": STATUS.failed, "number_of_retries": tries}
    if tries <= len(PAUSES) and not is_final(error):
        values["status"] = STATUS.requeued
        values["scheduled_time"] = timezone.now() + PAUSES[tries - 1]
    # Without address and subject: a log is kept longer than a request.
    logger.warning("Mail %s was not sent at try %s: %s", email.pk, tries, type(error).__name__)
    note(email, STATUS.failed, message=words(error), kind=type(error).__name__, **values)


def note(email, outcome, message="", kind="", **values):
    """Write down the new state of ``email``, and a line in its log."""
    values["last_updated"] = timezone.now()
    if Email.objects.filter(pk=email.pk).update(**values):
        Log.objects.create(email=email, status=outcome, message=message, exception_type=kind)


def is_final(error):
    """Return whether trying again is of no use.

    Only where the server says that the address itself is wrong (5.1.x). Other refusals, 5xx
    included, are often a matter of the server's settings or of ours, which people mend.
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(
            code >= 500 and text_of(answer).startswith(NO_SUCH_ADDRESS)
            for code, answer in error.recipients.values()
        )
    return isinstance(error, Unsendable)


def is_away(error):
    """Return whether ``error`` is about the mail server, not about the mail."""
    if isinstance(error, smtplib.SMTPException):
        return isinstance(
            error,
            smtplib.SMTPServerDisconnected
            | smtplib.SMTPConnectError
            | smtplib.SMTPHeloError
            | smtplib.SMTPAuthenticationError,
        )
    return isinstance(error, OSError)


def words(error):
    """Return what the mail server said, or what the machine says: “550 5.1.1 User unknown”."""
    answers = []
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        answers = error.recipients.values()
    elif isinstance(error, smtplib.SMTPResponseException):
        answers = [(error.smtp_code, error.smtp_error)]
    said = "; ".join(f"{code} {text_of(answer)}" for code, answer in answers) or str(error)
    return " ".join(said.split())[:LONGEST_ANSWER]


def text_of(answer):
    return answer.decode(errors="replace") if isinstance(answer, bytes) else str(answer)


def disconnect():
    """Close the connection to the mail server; one that hangs is no reason to fail."""
    with suppress(Exception):
        connections.close()
    connections.close()
