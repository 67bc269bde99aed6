"""The secret of a link: what its address holds, what the database holds.

Whoever knows the address reads the draft, so a copy of the database alone must not open any.
A row therefore holds a random key and the SHA-256 of the token; the token is the HMAC of the
key under SECRET_KEY. The address is found by the hash alone, and editors can copy it again,
because the site (not the database) can derive it once more. A plain token would be readable
in every backup; a hash alone could be shown only once. Mails that wait in the outbox, and
those kept there after sending, do hold the address.
"""

import base64
import hashlib
import secrets

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

SALT = "articles.agreement.token"


def new_key():
    """Return 256 random bits as text."""
    return secrets.token_urlsafe(32)


def derive(key, secret=None):
    """Return the token of ``key``: 256 bits as 43 characters that an address may hold."""
    mac = salted_hmac(SALT, key, secret=secret, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(mac).decode().rstrip("=")


def fingerprint(token):
    """Return the hash under which a token of any shape is looked up."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def recover(key, digest):
    """Return the token of ``key``, or "" when it was made under a key that is no longer set.

    Such a link still works for whoever has it.
    """
    for secret in [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]:
        token = derive(key, secret)
        if constant_time_compare(fingerprint(token), digest):
            return token
    return ""
