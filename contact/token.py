"""The one-time token of a form: a reload or a second click is the same request."""

import uuid

from django.core import signing

SALT = "contact.token"


def new_token():
    """Return a signed random token for a hidden field."""
    return signing.dumps(uuid.uuid4().hex, salt=SALT)


def read_token(value):
    """Return the token's UUID, or None when it is missing, forged or broken."""
    try:
        return uuid.UUID(signing.loads(value, salt=SALT))
    except (signing.BadSignature, ValueError, TypeError):
        return None
