"""Everything that is known of one e-mail address: what there is, and its erasure."""

from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.db.models.functions import Cast
from django.utils.functional import cached_property
from post_office.models import Email

from contact.law.consent import CallbackConsent
from contact.law.erased import ErasedRequests
from contact.law.erasure import BATCH, erase, erase_mails
from contact.mails.models import RequestMail
from contact.requests.attachments import Attachment
from contact.requests.models import QuoteRequest

NOTIFICATION = RequestMail.Kind.NOTIFICATION


class Person:
    """The holder of an e-mail address, in whatever case it was typed."""

    def __init__(self, email):
        self.email = email.strip()

    @cached_property
    def requests(self):
        return QuoteRequest.objects.from_address(self.email)

    @cached_property
    def attachments(self):
        return Attachment.objects.filter(quote_request__in=self.requests)

    @cached_property
    def consents(self):
        return CallbackConsent.objects.filter(quote_request__in=self.requests)

    @cached_property
    def mails(self):
        """The mails of the requests."""
        return Email.objects.filter(request_mail__quote_request__in=self.requests)

    @cached_property
    def other_mails(self):
        """Mails of the outbox to the address, or to be answered to it, beside the requests.

        The team's mails about other people are none of them, whoever belongs to the team.
        """
        address = self.email.lower()
        candidates = (
            Email.objects.exclude(request_mail__kind=NOTIFICATION)
            .exclude(request_mail__quote_request__in=self.requests)
            .alias(head=Cast("headers", models.TextField()))
            .filter(
                models.Q(to__icontains=address)
                | models.Q(cc__icontains=address)
                | models.Q(bcc__icontains=address)
                | models.Q(head__icontains=address)
            )
        )
        names = ("to", "cc", "bcc", "headers")
        numbers = [
            mail.pk for mail in candidates.only(*names) if address in map(str.lower, partners(mail))
        ]
        return Email.objects.filter(pk__in=numbers)

    @cached_property
    def counts(self):
        return {
            "requests": self.requests.count(),
            "attachments": self.attachments.count(),
            "mails": self.mails.count() + self.other_mails.count(),
            "consents": self.consents.count(),
        }

    @property
    def has_account(self):
        """Whether a user of the CMS has the address: that account is not touched."""
        return get_user_model().objects.filter(email__iexact=self.email).exists()

    def mentioned_elsewhere(self):
        """Return the requests of other people in whose answers the address stands."""
        return QuoteRequest.objects.matching(self.email, exact=True).exclude(pk__in=self.requests)

    def erase(self, user):
        """Erase all of it, in batches; return how many requests there were."""
        with transaction.atomic():
            erase_mails(self.other_mails)
        erased = 0
        while numbers := list(self.requests.order_by().values_list("pk", flat=True)[:BATCH]):
            erased += erase(numbers, ErasedRequests.Reason.DEMAND, user)
        return erased


def partners(mail):
    """Return the addresses of a mail of the outbox but the site's own."""
    answer_to = str((mail.headers or {}).get("Reply-To") or "")
    return [bare(address) for address in (*mail.to, *mail.cc, *mail.bcc, *answer_to.split(","))]


def bare(address):
    """Return ``a@b.example`` of ``Anne <a@b.example>``."""
    return address.rpartition("<")[2].strip(" >")
