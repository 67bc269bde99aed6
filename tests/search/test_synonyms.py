"""Editors say in the CMS which words mean the same; the search follows at once."""

import re
from html import unescape

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from search.models import SynonymGroup
from search.synonyms.groups import first_groups
from tests import factories
from tests.search.test_search import results
from tests.steps.audience import look_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site):
    return factories.interview("La passerelle")


def write(client, words, language="fr", **address):
    answer = client.post(
        reverse("synonyms:add" if not address else "synonyms:edit", kwargs=address),
        {"words": words, "language": language},
    )
    return answer.status_code == 302, unescape(answer.content.decode())


# What it does


def test_a_line_is_searched_by_at_once_and_no_more_when_it_is_gone(cheffe, visiteur, page):
    assert results(visiteur, "ponceau") == []
    assert write(cheffe, " passerelle,ponceau ,, pont  flottant,Passerelle") == (True, "")
    line = SynonymGroup.objects.get(words__contains="ponceau")
    assert line.words == "passerelle, ponceau, pont flottant"
    assert results(visiteur, "ponceau") == results(visiteur, "ponts flottants") == [page.title]
    assert write(cheffe, "ponceau, pont flottant", pk=line.pk)[0]
    assert results(visiteur, "ponceau") == []
    write(cheffe, "ponceau, passerelle", pk=line.pk)
    assert cheffe.post(reverse("synonyms:delete", args=[line.pk])).status_code == 302
    assert results(visiteur, "ponceau") == []


def test_a_language_has_its_own(cheffe, visiteur, page):
    factories.interview("The footbridge", language="en")
    assert write(cheffe, "ponceau, footbridge", "en")[0]
    assert results(visiteur, "ponceau", "/en/search/") == ["The footbridge"]
    assert results(visiteur, "ponceau") == []


def test_a_search_does_not_ask_for_them_again(cheffe, visiteur, page):
    write(cheffe, "ponceau, passerelle")
    results(visiteur, "ponceau")
    with CaptureQueriesContext(connection) as asked:
        assert results(visiteur, "ponceau") == [page.title]
    assert not [one for one in asked if "synonymgroup" in one["sql"]]


# What is refused, with a sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("ponceau", "Écrivez au moins deux mots"),
        (" , ,", "Écrivez au moins deux mots"),
        ("ponceau, Ponceau", "Écrivez au moins deux mots"),
        ("ponceau, !!", "«\xa0!!\xa0» n’a aucune lettre."),
        ("ponceau, un deux trois quatre cinq six", "quatre mots au plus"),
        (
            "distanciels, ponceau",
            "«\xa0distanciels\xa0» est déjà dans une autre ligne\xa0: télétravail",
        ),
        (", ".join(f"mot{number}" for number in range(21)), "Au plus 20 mots par ligne."),
        ("ponceau, " + "x" * 300, "300"),
        (",".join(f"mot{number:011}" for number in range(20)), "300"),
        ("ponceau\x00, passerelle", "id_words"),
        ("", "id_words"),
    ],
)
def test_what_no_search_could_use_gets_a_sentence(cheffe, words, sentence):
    before = SynonymGroup.objects.count()
    done, html = write(cheffe, words)
    assert not done
    assert sentence in html.replace("&nbsp;", "\xa0")
    assert SynonymGroup.objects.count() == before


def test_a_line_may_keep_its_own_words(cheffe, site):
    line = SynonymGroup.objects.get(words__startswith="télétravail")
    assert write(cheffe, f"{line.words}, boulot à la maison", pk=line.pk)[0]


# Who may, and what there is at first


@pytest.mark.parametrize("role", ["redactrice", "relecteur", "traductrice", "commercial"])
def test_only_an_editor_in_chief_may_change_them(role, request, site):
    client, line = request.getfixturevalue(role), SynonymGroup.objects.first()
    for name, key in (("index", []), ("add", []), ("edit", [line.pk]), ("delete", [line.pk])):
        assert client.get(reverse(f"synonyms:{name}", args=key)).status_code in (302, 403)
    assert not write(client, "ponceau, passerelle", pk=line.pk)[1]
    assert SynonymGroup.objects.get(pk=line.pk).words == line.words
    assert reverse("synonyms:index") not in client.get("/cms/").content.decode()


def test_a_site_begins_with_sound_lines_in_both_languages(site):
    for language in ("fr", "en"):
        assert SynonymGroup.objects.filter(language=language).count() == len(first_groups(language))
    for line in SynonymGroup.objects.all():
        before = line.words
        line.full_clean()
        assert line.words == before


def test_to_set_the_site_up_again_changes_none(cheffe, site):
    count = SynonymGroup.objects.count()
    line = SynonymGroup.objects.first()
    cheffe.post(reverse("synonyms:delete", args=[line.pk]))
    call_command("setup_site", verbosity=0)
    assert SynonymGroup.objects.count() == count - 1
    SynonymGroup.objects.all().delete()
    call_command("setup_site", verbosity=0)
    assert not SynonymGroup.objects.exists()


# From the report of searches without result


def test_one_click_makes_a_line_of_what_was_not_found(cheffe, visiteur, page):
    look_for(visiteur, 'ponceau & "arche"')
    report = cheffe.get(reverse("audience_searches"))
    (address,) = re.findall(r'href="(/cms/synonyms/[^"]*)"', report.content.decode())
    form = unescape(cheffe.get(unescape(address)).content.decode())
    assert 'value="ponceau arche"' in form
    assert re.search(r'<option value="fr" selected', form)
    assert "Dire ce que veut dire «\xa0ponceau arche\xa0»" in report.content.decode()
    export = cheffe.get(reverse("audience_searches"), {"export": "csv"})
    assert b"ponceau arche" in export.getvalue()


def test_who_may_not_make_one_is_not_offered_it(redactrice, visiteur, page):
    look_for(visiteur, "ponceau")
    report = redactrice.get(reverse("audience_searches")).content.decode()
    assert "ponceau" in report
    assert "/cms/synonyms/" not in report


@pytest.mark.parametrize(
    "query", ["words=%00&language=xx", "words=" + "x" * 5000, "words=%ED%A0%80", "language="]
)
def test_a_broken_address_opens_the_form(cheffe, site, query):
    assert cheffe.get(f"{reverse('synonyms:add')}?{query}").status_code == 200
