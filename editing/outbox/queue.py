"""The outbox: mail is stored with what it tells of, and sent later by one worker at a time."""

import re
import time
import unicodedata
import uuid
from email.utils import formataddr, make_msgid, parseaddr

from django.conf import settings
from django.core.mail import DNS_NAME
from post_office import mail
from post_office.models import PRIORITY, STATUS, Email

from editing.outbox.delivery import WAITING, deliver, disconnect
from editing.worker.heartbeat import beat
from editing.worker.lease import Lease

LONGEST_SUBJECT = 200
# Zero-width joiners, and the letters of flags (https://www.unicode.org/reports/tr51/).
JOINER = re.compile("[\u200c\u200d\U000e0020-\U000e007f]")
# What stands behind its picture: those, variations and skin tones.
PART = re.compile("[\u200c\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
# So many failures to speak with the mail server, one after another, end a pass: it is away, and
# the other mails need neither wait for it nor count a try.
MOST_FAILURES = 3
# No mail takes longer, if each answer of the server comes within EMAIL_TIMEOUT.
LONGEST_MAIL = 12 * settings.EMAIL_TIMEOUT + 60  # seconds
RENEW = 10  # seconds


def queue(address, subject, message, headers=None):
    """Store a mail to one ``address`` and return it. Part of the transaction around it.

    Raises ValidationError when ``address`` is none.
    """
    email = written(address, subject, message, headers)
    email.save()
    return email


def written(address, subject, message, headers=None):
    """Return a mail to one ``address``, to be stored.

    Raises ValidationError when ``address`` is none. Subject and message are texts: post_office's
    own `mail.send` would take them for templates.
    """
    email = Email(
        from_email=sender(),
        to=[address],
        subject=as_subject(subject),
        message=message,
        headers=headers,
        status=STATUS.queued,
        priority=PRIORITY.medium,
        message_id=make_msgid(domain=DNS_NAME.get_fqdn()),
    )
    email.clean_fields()
    return email


def requeue(email):
    """Send a mail that has failed anew, as if it had not been tried."""
    Email.objects.filter(pk=email.pk, status=STATUS.failed).update(
        status=STATUS.queued, scheduled_time=None, number_of_retries=None
    )


def sender():
    """Return DEFAULT_FROM_EMAIL, with the magazine's name where it has none."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((name or settings.WAGTAIL_SITE_NAME, address))


def one_line(text):
    """Return ``text`` for a header: without line breaks of any kind and invisible characters.

    What joins the parts of one picture stays.
    """
    visible = (
        c if c.isprintable() or unicodedata.category(c) == "Zs" or JOINER.match(c) else " "
        for c in text
    )
    return " ".join(filter(None, "".join(visible).split(" ")))


def as_subject(text):
    """Return ``text`` on one line, cut where it is too long: never within a sign."""
    text = one_line(text)
    end = LONGEST_SUBJECT
    while len(text) > end and is_joined(text[end - 1], text[end]):
        end -= 1
    return text[:end].rstrip()


def is_joined(before, after):
    """Return whether two characters are parts of the same sign."""
    return bool(JOINER.match(before) or PART.match(after) or unicodedata.combining(after))


def send_mail():
    """Send the queued mail, and what failed and is due for another try.

    A lease lets one worker through; it outlasts the longest mail, so only a worker that crashed
    loses it. Each mail is looked up before it is sent and noted right after, so what a crash in
    the middle can send again is one mail: the one that the server took a moment before. Its
    Message-ID stays the same, by which many mail programs show it once. No transaction is
    open while a mail server is spoken to.
    """
    holder, failures = uuid.uuid4().hex, 0
    try:
        renewed = None
        while failures < MOST_FAILURES and (waiting := [one.pk for one in mail.get_queued()]):
            for number in waiting:
                if renewed is None or time.monotonic() - renewed > RENEW:
                    if not Lease.take("mail", holder, LONGEST_MAIL):
                        return
                    beat("send_mail")  # a long queue is not a silent worker
                    renewed = time.monotonic()
                email = Email.objects.filter(pk=number, status__in=WAITING).first()
                if email is None:
                    continue  # deleted meanwhile, or sent by the one who had the lease
                failures = 0 if deliver(email) else failures + 1
                if failures == MOST_FAILURES:
                    break
    finally:
        disconnect()
        Lease.give_back("mail", holder)
