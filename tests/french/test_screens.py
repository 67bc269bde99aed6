"""No English word and no “(e)” stands on any screen of the CMS, whoever looks at it."""

import re
from functools import cache
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import CharField, TextField
from django.test import Client
from django.utils.html import strip_tags
from wagtail.models import Collection, Page

from contact.models import QuoteRequest
from tests.attack.world import CAST, World
from tests.french.screens import crawl, texts
from tests.french.test_packages import BRACKETS, folders

pytestmark = pytest.mark.django_db

ALLOWED = Path(__file__).with_name("allowed.txt")
WRITTEN = ("articles", "contact", "home", "wagtailimages", "wagtaildocs")
WORD = re.compile(r"[^\W\d_]{2,}(?:[’'][^\W\d_]+)?")
REFERENCE = re.compile(r"CW-\w{4}-\w{4}|\{\w+\}")
NO_WORD = re.compile(r"https?://\S+|\S+@\S+|\S*[/\\_]\S*|\S+\.\w{2,5}\b|<[^>]*>")


def contents():
    """Return what people wrote, the longest first: it stands on screens as it is.

    Not the roots of pages and collections, which are Wagtail's.
    """
    found = {user.username for user in get_user_model().objects.all()}
    for model in apps.get_models():
        if model._meta.app_label not in WRITTEN and model not in (Page, Collection):
            continue
        rows = model.objects.filter(depth__gt=1) if hasattr(model, "get_depth") else model.objects
        names = [one.name for one in model._meta.fields if isinstance(one, (CharField, TextField))]
        for values in rows.values_list(*names) if names else ():
            found |= {strip_tags(str(value)) for value in values if value}
    for request in QuoteRequest.objects.all():
        found |= {text for pair in request.shown_answers for text in pair}
    return sorted((one for one in found if len(one) > 2), key=len, reverse=True)


def words(text):
    return {word.lower().replace("’", "'") for word in WORD.findall(NO_WORD.sub(" ", text))}


@cache
def known():
    """Return the words of the French catalogues, and those that are allowed beside them."""
    import django.conf

    django_own = Path(django.conf.__file__).parent / "locale"
    site = ALLOWED.parents[2] / "site"
    found = set()
    places = [*folders(), django_own, django_own.parents[1] / "contrib/humanize/locale"]
    for folder in [*places, site / "locale", site / "locale_of_packages"]:
        for file in (folder / "fr" / "LC_MESSAGES").glob("*.po"):
            for entry in polib.pofile(str(file)):
                for text in [entry.msgstr, *entry.msgstr_plural.values()]:
                    found |= words(re.sub(r"%\(\w+\)[sd]|\{\w*\}|<[^>]*>", " ", text))
    return found | set(ALLOWED.read_text(encoding="utf-8").split())


@pytest.mark.parametrize("who", CAST)
def test_every_word_on_the_screens_is_french(who):
    client = Client()
    client.cookies["sessionid"] = World().sessions[who]
    written = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, contents()))})(?!\w)")
    foreign, brackets, screens = {}, {}, 0
    for address, html in crawl(client):
        screens += 1
        for text in texts(html):
            if unknown := words(REFERENCE.sub(" ", written.sub(" ", text))) - known():
                foreign.setdefault(" ".join(sorted(unknown)), (address, text[:120]))
            if BRACKETS.search(text):
                brackets.setdefault(text[:120], address)
    assert screens > 25
    assert brackets == {}
    assert not foreign, "\n".join(f"{word}: {where}" for word, where in foreign.items())


@pytest.mark.parametrize("address", ["/cms/login/", "/cms/password_reset/"])
def test_neither_is_one_where_nobody_is_signed_in(visiteur, site, address):
    for answer in (visiteur.get(address), visiteur.post(address, {"username": "x"})):
        said = {text: words(text) - known() for text in texts(answer.content.decode())}
        assert {text: found for text, found in said.items() if found} == {}
        assert "Password" not in said
