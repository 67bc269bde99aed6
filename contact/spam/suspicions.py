"""Why a request looks like spam."""

import re

from django.conf import settings

from contact.requests.models import QuoteRequest
from contact.spam.arrivals import arrive

LINK = re.compile(r"(?:https?|ftp)://|\bwww\.|\[url\b", re.IGNORECASE)
TWICE = re.compile(r"(?<=://)www\.", re.IGNORECASE)


def suspicions(quote_request, post):
    """Return the SpamReasons of a request that is about to be stored; none for most.

    Of its ``post``, ``trapped``, ``token`` and ``address`` are looked at. Runs in the transaction
    that stores the request, so that a repeated post counts once.
    """
    reasons = QuoteRequest.SpamReason
    looks = {
        reasons.HONEYPOT: post.trapped,
        reasons.FAST: post.token.age < settings.QUOTE_MIN_SECONDS,
        reasons.LINKS: links(quote_request.answer_texts) > settings.QUOTE_MAX_LINKS,
        reasons.OFTEN: post.address is not None
        and arrive(post.address, settings.QUOTE_MAX_PER_HOUR),
    }
    return [reason.value for reason, found in looks.items() if found]


def links(texts):
    """Return how many links stand in ``texts``."""
    return sum(len(LINK.findall(TWICE.sub("", str(text)))) for text in texts)
