"""The mail that confirms a request to the visitor, who may not be who wrote it.

Anybody can type the address of somebody else into the form. So this mail repeats nothing of
what was typed but a name that can only be one, and an address gets few of them.
"""

import re
import unicodedata
from datetime import timedelta

from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext as _

from contact.mails.models import RequestMail, mail_for
from contact.mails.placeholders import fill
from cyberworkers.typography import typeset
from editing.outbox.queue import one_line

LONGEST_NAME = 60
SIGNS_OF_NAMES = " .,'’-&"
DOMAIN = re.compile(r"\.\w{2}")  # “M. Dupont” and “J.-P. Martin” are none
MOST_A_DAY = 3  # to one address


def confirmation(quote_request, page):
    """Return the confirmation as a RequestMail to be queued, if the page has a text; or None."""
    if not quote_request.email or not page.confirmation_text.strip() or too_many(quote_request):
        return None
    subject, text = written(page, quote_request.name, quote_request.reference)
    headers = {"Auto-Submitted": "auto-replied"}  # RFC 3834: never answered by a machine
    kind = RequestMail.Kind.CONFIRMATION
    return mail_for(quote_request, kind, quote_request.email, subject, text, headers)


def written(page, name, reference):
    """Return subject and text in the current language."""
    subject = page.confirmation_subject.strip() or _("Your request {reference}")
    name = greeted(name)
    texts = (subject, page.confirmation_text)
    return tuple(typeset(fill(text, name, reference)) for text in texts)


def greeted(name):
    """Return ``name`` if it can only be one, else nothing: no address, number or message."""
    name = one_line(name)
    plain = all(c in SIGNS_OF_NAMES or unicodedata.category(c)[0] in "LM" for c in name)
    return name if plain and len(name) <= LONGEST_NAME and not DOMAIN.search(name) else ""


def too_many(quote_request):
    """Return whether the address had its confirmations of the last 24 hours."""
    recent = RequestMail.objects.alias(address=Lower("quote_request__email")).filter(
        kind=RequestMail.Kind.CONFIRMATION,
        created_at__gt=timezone.now() - timedelta(days=1),
        address=quote_request.email.lower(),
    )
    return len(recent.order_by().values_list("pk")[:MOST_A_DAY]) == MOST_A_DAY
