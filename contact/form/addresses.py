"""E-mail addresses that somebody types: those to which a mail can be sent."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from contact.form.plain_text import as_address, plain


def validate_address(value):
    """Refuse an e-mail address to which no mail could be sent (RFC 5321; RFC 3490 for its host).

    Quoted names may hold commas, which would make several addresses of one in the outbox. Among
    the letters of names Django counts ſ and the sign of kelvin, which it takes for s and K.
    """
    validate_email(value)
    if '"' in value or value != plain(value) or not value.isprintable():
        raise ValidationError(validate_email.message)
    name, _at, host = value.rpartition("@")
    try:
        name.encode("ascii")
        host.encode("idna")
    except UnicodeError:
        raise ValidationError(validate_email.message) from None


def as_recipients(text):
    """Return a list of addresses with commas, each without what copying brings along unseen."""
    return ", ".join(filter(None, map(as_address, text.split(","))))


def validate_recipients(value):
    """Refuse a list of addresses with commas in which one is no address, and name it."""
    for address in value.split(","):
        try:
            validate_address(address.strip())
        except ValidationError:
            raise ValidationError(
                _("“%(address)s” is no e-mail address. Several addresses: with commas.")
                % {"address": address.strip()}
            ) from None


def mailable(email):
    """Return an e-mail address as it is compared with others; "" for what is none."""
    try:
        validate_address(email)
    except ValidationError:
        return ""
    # Databases may know the cases of ASCII only; in a host they mean nothing (RFC 5321, 2.4).
    name, at, host = email.rpartition("@")
    return name + at + host.lower()
