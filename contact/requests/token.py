"""The one-time token of a form: a reload or a second click is the same request."""

import time
import uuid
from dataclasses import dataclass

from django.core import signing

SALT = "contact.token"


@dataclass(frozen=True)
class Token:
    """``id`` is stored with the request, ``made`` is when the form was first shown.

    As a text it is signed, for a hidden field: nobody makes one up.
    """

    id: uuid.UUID
    made: float

    def __str__(self):
        return signing.dumps([self.id.hex, self.made], salt=SALT)

    @property
    def age(self):
        """Seconds since the form was first shown."""
        return time.time() - self.made


def new_token(age=0):
    """Return a random Token.

    ``age`` makes it as old as if its form had been shown so many seconds ago: what is answered
    faster than people can is taken for spam.
    """
    return Token(uuid.uuid4(), time.time() - age)


def read_token(text):
    """Return the Token, or None when it is missing, forged or broken."""
    try:
        number, made = signing.loads(text, salt=SALT)
        return Token(uuid.UUID(number), float(made))
    except (signing.BadSignature, ValueError, TypeError, AttributeError):
        return None
