"""The one-time token of a form: a reload or a second click is the same request."""

import time
import uuid
from typing import NamedTuple

from django.core import signing

SALT = "contact.token"


class Token(NamedTuple):
    """``id`` is stored with the request, ``made`` is when the form was first shown."""

    id: uuid.UUID
    made: float

    @property
    def age(self):
        """Seconds since the form was first shown."""
        return time.time() - self.made


def new_token(age=0):
    """Return a signed random token for a hidden field.

    ``age`` makes it as old as if its form had been shown so many seconds ago: what is answered
    faster than people can is taken for spam.
    """
    return signing.dumps([uuid.uuid4().hex, time.time() - age], salt=SALT)


def read_token(value):
    """Return the Token, or None when it is missing, forged or broken."""
    try:
        number, made = signing.loads(value, salt=SALT)
        return Token(uuid.UUID(number), float(made))
    except (signing.BadSignature, ValueError, TypeError, AttributeError):
        return None
