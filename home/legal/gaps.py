"""What readers of live pages see as “to be completed”."""

import html
import re

from django.db.models import TextField
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models

from cyberworkers import legal_names

# As set-up wrote them before the legal identity was a setting, and as editors may write them.
BRACKETS = re.compile(r"\[\s*(?:À compléter|To be completed)\b[^\]]*\]", re.IGNORECASE)


def gaps(identity):
    """Yield each live page with each of its placeholders: text in brackets, or a word in braces
    whose value ``identity`` lacks.
    """
    for model in get_page_models():
        fields = [field for field in model._meta.fields if held(field)]
        for page in model.objects.live().select_related("locale").iterator() if fields else []:
            text = " ".join(content(field, getattr(page, field.attname)) for field in fields)
            language = page.locale.language_code
            for found in dict.fromkeys(placeholders(text, identity, language)):
                yield page, found


def held(field):
    """Return whether ``field`` is a text that a page type adds to Wagtail's own."""
    return field.model is not Page and isinstance(field, (TextField, StreamField))


def content(field, value):
    if isinstance(field, StreamField):
        return " ".join(map(str, field.get_searchable_content(value)))
    return value or ""


def placeholders(text, identity, language):
    """Return the placeholders in ``text``, as they are written on the page."""
    yield from BRACKETS.findall(html.unescape(text))
    for field in legal_names.fields_in(text):
        if not identity.shown(field):
            yield f"{{{legal_names.name_of(field, language)}}}"
