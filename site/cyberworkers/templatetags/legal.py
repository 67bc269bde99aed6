"""The legal identity in the texts of the site."""

import re

from django import template
from django.apps import apps
from django.conf import settings
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext

from cyberworkers import legal_names

register = template.Library()

ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,255}")


@register.simple_tag(takes_context=True)
def with_identity(context, text):
    """Return the HTML ``text`` with the legal identity in place of its words in braces.

    ``text`` must be safe already. Values are escaped; a gap is named to those who are signed in.
    """
    if not legal_names.fields_in(text):
        return text
    request = context.get("request") or None
    identity, named = identity_of(request), signed_in(request)

    def value(field):
        return linked(escape(identity.shown(field))) or gap(field, named)

    return mark_safe(legal_names.replace(text, value))  # noqa: S308 - see above


def linked(value):
    """Return the escaped ``value``, as a link where it is the address of a mailbox."""
    if ADDRESS.fullmatch(value):
        return format_html('<a href="mailto:{0}">{0}</a>', mark_safe(value))  # noqa: S308
    return value


def identity_of(request):
    """Return the legal identity, looked up once for a ``request``, which may be None."""
    return apps.get_model(settings.LEGAL_IDENTITY_MODEL).load(request)


def gap(field, named):
    if not named:
        return escape(gettext("[to be completed]"))
    name = legal_names.name_of(field, get_language())
    text = gettext("To be completed: %(name)s") % {"name": name}
    return format_html('<mark class="gap">{}</mark>', text)


def signed_in(request):
    """Return whether an account is signed in.

    Visitors' answers must not depend on cookies, so whoever has no session is not asked.
    """
    if request is None or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return hasattr(request, "user") and request.user.is_authenticated


@register.simple_tag
def legal_words(page):
    """Return the words in braces in the language of ``page``, each with what it gives now."""
    identity, language = identity_of(None), page.locale.language_code
    return [
        (f"{{{legal_names.name_of(field, language)}}}", identity.shown(field))
        for field in legal_names.NAMES
    ]
