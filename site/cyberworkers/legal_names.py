"""The words in braces that stand for the site's legal identity in its texts.

A closed list: `{raison sociale}` and `{company name}` are the same thing, so that each language
has its own words. Case, accents and kinds of blank or apostrophe do not matter. What they are
replaced by is `home.LegalIdentity`.
"""

import html
import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

LANGUAGES = ("fr", "en")
# By field of the identity, in each of these languages.
NAMES = {
    "company": ("raison sociale", "company name"),
    "legal_form": ("forme juridique", "legal form"),
    "capital": ("capital social", "share capital"),
    "address": ("adresse du siège", "registered office"),
    "registration": ("immatriculation", "registration"),
    "vat": ("numéro de TVA", "VAT number"),
    "telephone": ("téléphone", "telephone"),
    "email": ("adresse électronique", "e-mail address"),
    "director": ("directeur de la publication", "director of publication"),
    "editor": ("responsable de la rédaction", "head of the editorial team"),
    "host": ("hébergeur", "host"),
    "host_address": ("adresse de l'hébergeur", "address of the host"),
    "host_telephone": ("téléphone de l'hébergeur", "telephone of the host"),
    "host_country": ("pays d'hébergement", "country of hosting"),
    "log_days": ("durée des journaux", "retention of the logs"),
    "data_contact": ("contact données personnelles", "contact for personal data"),
    "accessibility_contact": ("contact accessibilité", "contact for accessibility"),
    "accessibility_date": ("date de la déclaration", "date of the statement"),
}
# A tag is left alone: nothing is ever put into an attribute, where it could become an address.
TAG_OR_WORD = re.compile(r"<[^>]*>|\{([^{}<>]*)\}")
IN_BRACES = re.compile(r"\{[^{}]*\}")


def plain(name):
    """Return ``name`` without what may differ when it is typed."""
    text = unicodedata.normalize("NFKD", html.unescape(name).replace("’", "'").casefold())
    return " ".join("".join(c for c in text if not unicodedata.combining(c)).split())


FIELDS = {plain(name): field for field, names in NAMES.items() for name in names}


def name_of(field, language):
    """Return what is written in braces for ``field`` in the texts of ``language``.

    Of a language without words of its own those of the last one.
    """
    return NAMES[field][LANGUAGES.index(language) if language in LANGUAGES else -1]


def fields_in(text):
    """Return the fields whose words stand in the HTML ``text``, in their order."""
    found = (FIELDS.get(plain(match[1] or "")) for match in TAG_OR_WORD.finditer(text))
    return [field for field in found if field]


def replace(text, value):
    """Return the HTML ``text`` with ``value(field)``, which is HTML, for each known word."""

    def one(match):
        field = FIELDS.get(plain(match[1] or ""))
        return value(field) if field else match[0]

    return TAG_OR_WORD.sub(one, text)


def validate(text, also=()):
    """Raise ValidationError for words in braces of the HTML ``text`` that nothing replaces.

    ``also`` are the words, with their braces, that something else replaces.
    """
    readable = replace(text, lambda field: "")
    left = (html.unescape(word) for word in IN_BRACES.findall(strip_tags(readable)))
    unknown = list(dict.fromkeys(word for word in left if word not in also))
    if unknown:
        raise ValidationError(
            _(
                "Nothing replaces %(unknown)s. Choose from the list below the text, and put "
                "no bold or italic inside the braces."
            )
            % {"unknown": ", ".join(unknown)}
        )
