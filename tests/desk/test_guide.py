"""Help in the CMS is this project's guide, in French, and no other."""

import re

import pytest

from editing.desk.guide import guide
from tests.code_base.test_structure import ROOT, TEMPLATES

pytestmark = pytest.mark.django_db

CAST = ["redactrice", "relecteur", "cheffe", "traductrice", "commercial"]
GUIDE = "/cms/guide/"


@pytest.mark.parametrize("who", CAST)
def test_help_leads_everybody_to_the_guide(request, who):
    client = request.getfixturevalue(who)
    home = client.get("/cms/").content.decode()
    assert f'"{GUIDE}"' in home  # in the menu
    assert f'href="{GUIDE}"' in home  # beside one's name
    html = client.get(GUIDE).content.decode()
    assert "Qui fait quoi" in html
    assert "<table>" in html and "**" not in html and "`" not in html


@pytest.mark.parametrize("who", CAST)
def test_nothing_leads_to_wagtails_guide_or_its_news(request, who):
    client = request.getfixturevalue(who)
    for address in ("/cms/", GUIDE, "/cms/account/"):
        html = client.get(address).content.decode()
        assert "guide.wagtail.org" not in html and "whats-new" not in html
        assert "editor-guide" not in html


def test_neither_does_the_editor(cheffe, site):
    assert "wagtail.org" not in cheffe.get(f"/cms/pages/{site.pk}/edit/").content.decode()


def test_its_parts_are_listed_and_every_link_within_leads_somewhere(redactrice):
    html = redactrice.get(GUIDE).content.decode().partition("</dialog>")[2]  # of log-in
    parts = re.findall(r'<h2 id="([\w-]+)"', html)
    assert len(parts) > 10 and len(set(parts)) == len(parts)
    assert set(re.findall(r'href="#([\w-]+)"', html)) >= set(parts)


def parts_named_by_templates():
    return {
        name
        for file in TEMPLATES
        for name in re.findall(r'{% guide_link "([^"]*)"', (ROOT / file).read_text())
    }


def test_a_link_beside_a_screen_leads_to_a_part_that_is_there():
    named = parts_named_by_templates()
    assert len(named) >= 5
    assert named <= {part.id for part in guide()[0]}


@pytest.mark.parametrize(
    ("who", "address", "part"),
    [
        ("redactrice", "/cms/", "faire-relire"),
        ("redactrice", "/cms/", "ecrire"),
        ("cheffe", "/cms/", "programmer"),
        ("traductrice", "/cms/", "traduire"),
        ("commercial", "/cms/", "les-demandes-de-devis"),
        ("redactrice", "/cms/calendar/", "le-calendrier"),
        ("redactrice", "/cms/bin/", "supprimer-et-revenir-en-arriere"),
    ],
)
def test_a_screen_leads_to_the_part_that_says_how_it_works(request, who, address, part):
    html = request.getfixturevalue(who).get(address).content.decode()
    assert f'href="{GUIDE}#{part}"' in html
    assert f'id="{part}"' in request.getfixturevalue(who).get(GUIDE).content.decode()


def test_it_is_set_in_french_typography(redactrice):
    html = redactrice.get(GUIDE).content.decode()
    assert "d’un entretien" in html and "d'un entretien" not in html


def test_who_is_not_signed_in_is_asked_to(visiteur, site):
    assert visiteur.get(GUIDE).url.startswith("/cms/login/")


def test_its_parts_are_named_in_french_typography(redactrice):
    html = redactrice.get("/cms/").content.decode()
    assert 'Comment ça marche\xa0: <span lang="fr">L’accord de la personne interrogée' in html
