"""What packages say is French: where theirs is not, ours is, and nothing of ours is idle."""

import re
from importlib import import_module
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.utils.translation import override
from django.utils.translation.trans_real import DjangoTranslation

from cyberworkers.typography import french
from cyberworkers.typography.markup import typeset_html
from cyberworkers.typography.text import changes

OURS = Path(settings.SITE_DIR) / "locale_of_packages" / "fr" / "LC_MESSAGES"
DOMAINS = ["django", "djangojs"]
# Where a person of either kind is meant: “Êtes-vous sûr(e)”, “Le/la”, “modifié·e”.
BRACKETS = re.compile(
    r"\w\((?:e|es|s|ne|le|la|tte|ve|elle|trice)\)|·es?\b|\b[Ll]e/la\b|\bce/cette\b"
)
# What editors call “relecture” and “adresse”.
JARGON = re.compile(r"\bmodération\b|\bslugs?\b", re.IGNORECASE)
# Never shown to editors: names in Django's own administration, tools for developers.
UNSEEN = {"Wagtail style guide"}


def folders():
    """Return the catalogues of the installed packages, whose words the CMS may show."""
    for app in apps.get_app_configs():
        if app.name.startswith(("wagtail", "taggit", "django.contrib.auth")):
            yield Path(import_module(app.name).__file__).parent / "locale"


def entries(domain, language):
    found = {}
    for folder in folders():
        file = folder / language / "LC_MESSAGES" / f"{domain}.po"
        if file.exists():
            for entry in polib.pofile(str(file)):
                if not entry.obsolete:
                    found[entry.msgctxt, entry.msgid] = entry
    return found


def said(catalogue, entry):
    """Return what the site says in French for ``entry``: one text, or those of each number."""
    key = f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else entry.msgid
    if entry.msgid_plural:
        return [catalogue.plural(key, number) for number in (1, 5)]
    return [catalogue[key]]


def french_of(domain):
    """Return what the site says for each text of the packages, None where that is English."""
    with override("fr"):
        localedirs = None if domain == "django" else [str(one) for one in folders() if one.exists()]
        merged = DjangoTranslation("fr", domain=domain, localedirs=localedirs)
    texts = {}
    for key, entry in entries(domain, "en").items():
        try:
            texts[key] = said(merged._catalog, entry)
        except KeyError:
            texts[key] = None
    return texts


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_text_of_the_packages_is_french(domain):
    texts = french_of(domain)
    assert len(texts) > 80
    assert [key for key, text in texts.items() if text is None and key[1] not in UNSEEN] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_text_of_the_packages_has_two_genders_in_brackets(domain):
    found = {
        key: text
        for key, text in french_of(domain).items()
        if text and BRACKETS.search(" ".join(text))
    }
    assert found == {}


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_text_of_the_packages_is_in_the_words_of_editors(domain):
    texts = french_of(domain).items()
    assert {key: text for key, text in texts if text and JARGON.search(" ".join(text))} == {}


@pytest.mark.parametrize("domain", DOMAINS)
def test_nothing_of_ours_is_idle(domain):
    """A package that says something else one day needs ours no more, or in other words."""
    known = entries(domain, "en").keys() | entries(domain, "fr").keys()
    ours = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(OURS / f"{domain}.po"))}
    assert ours - known == set()


@pytest.mark.parametrize("domain", DOMAINS)
def test_ours_is_compiled_and_in_french_typography(domain):
    compiled = polib.mofile(str(OURS / f"{domain}.mo"))
    source = polib.pofile(str(OURS / f"{domain}.po"))
    assert {one.msgid: one.msgstr_plural or one.msgstr for one in compiled} == {
        one.msgid: one.msgstr_plural or one.msgstr for one in source
    }
    for entry in source:
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            assert text == (typeset_html(text, "fr", changes) if "<" in text else french(text))


@pytest.mark.parametrize("domain", DOMAINS)
def test_ours_has_the_places_of_what_it_replaces(domain):
    """A place may be left out, but none that nobody fills may be there."""
    places = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%[sd]")
    for entry in polib.pofile(str(OURS / f"{domain}.po")):
        filled = set(places.findall(entry.msgid + entry.msgid_plural))
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            assert set(places.findall(text)) <= filled, entry.msgid
