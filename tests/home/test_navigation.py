"""Editors set the menu and the footer of each language, and see them before they are saved."""

import re

import pytest
from wagtail.models import Page, PageViewRestriction

from home.models import Navigation, StandardPage
from tests import factories
from tests.home import navigating
from tests.home.navigating import columns, in_footer, in_menu, link, menu, page, save
from tests.steps.queries import queries

pytestmark = pytest.mark.django_db

STANDING = ["À propos", "Mentions légales", "Confidentialité", "Accessibilité"]


def test_without_settings_the_site_shows_its_pages(visiteur):
    assert in_menu(visiteur) == ["Entretiens", "Demandez un devis", "À propos", "Rechercher"]
    assert in_menu(visiteur, "/en/")[0] == "Interviews"
    assert [text for text in in_footer(visiteur) if text in STANDING] == STANDING


def begun(client, name):
    """Return what the editor begins with, as the browser would post it."""
    stream = client.get(navigating.address()).context["form"][name].value()
    if name.startswith("menu"):
        return [link(block.value["page"], block.value["label"]) for block in stream]
    return [link(one["page"], one["label"]) for block in stream for one in block.value["links"]]


def test_a_link_more_takes_none_away_that_readers_see(cheffe, visiteur):
    more = menu(*begun(cheffe, "menu_fr"), link(page("mentions-legales"), "Mentions"))
    save(cheffe, menu_fr=more)
    menu_now = ["Entretiens", "Demandez un devis", "À propos", "Mentions", "Rechercher"]
    assert in_menu(visiteur) == menu_now
    save(cheffe, columns_fr=columns(**{"": [*begun(cheffe, "columns_fr"), link(page("devis"))]}))
    assert {*STANDING, "Demandez un devis"} <= set(in_footer(visiteur))


def test_what_is_saved_as_it_began_goes_on_to_follow_the_pages(cheffe, visiteur):
    begin = {f"menu_{one}": menu(*begun(cheffe, f"menu_{one}")) for one in ("fr", "en")}
    footer = columns(**{"": begun(cheffe, "columns_fr")})
    save(cheffe, **begin, columns_fr=footer, sentence_fr="Un magazine.")
    assert not Navigation.load().menu_fr
    assert not Navigation.load().columns_fr
    Page.objects.filter(slug="mentions-legales").update(show_in_menus=True)
    assert "Mentions légales" in in_menu(visiteur)


def test_what_readers_may_not_see_is_not_among_what_the_editor_begins_with(cheffe):
    page("a-propos").unpublish()
    assert page("a-propos").pk not in [one["page"] for one in begun(cheffe, "menu_fr")]


def test_the_menu_of_each_language_is_its_own(cheffe, visiteur):
    french = menu(link(page("devis"), "Devis"), link(page("entretiens")))
    save(cheffe, menu_fr=french, menu_en=menu(link(page("quote"), "Quote")))
    assert in_menu(visiteur) == ["Devis", "Entretiens", "Rechercher"]
    assert in_menu(visiteur, "/en/") == ["Quote", "Search"]


def test_the_footer_has_columns_links_elsewhere_and_a_sentence(cheffe, visiteur):
    own = columns(
        Lire=[link(page("entretiens")), link(label="Mastodon", address="https://social.example/")],
        Droit=[link(page("mentions-legales"), "Mentions")],
    )
    save(cheffe, columns_fr=own, sentence_fr="Un <b>magazine</b>.")
    assert in_footer(visiteur)[:3] == ["Entretiens", "Mastodon", "Mentions"]
    assert "Confidentialité" not in in_footer(visiteur)
    html = visiteur.get("/").content.decode()
    assert "<h2>Lire</h2>" in html
    assert 'href="https://social.example/"' in html
    assert "Un &lt;b&gt;magazine&lt;/b&gt;." in html
    assert "Lire" not in visiteur.get("/en/").content.decode()


@pytest.mark.parametrize("hidden", ["draft", "private", "deleted"])
def test_what_readers_may_not_see_is_left_out(cheffe, visiteur, hidden):
    about = page("a-propos")
    both = [link(about), link(page("devis"))]
    save(cheffe, menu_fr=menu(*both), columns_fr=columns(Lire=both, Vide=[link(about)]))
    assert in_menu(visiteur) == ["À propos", "Demandez un devis", "Rechercher"]
    if hidden == "draft":
        about.unpublish()
    elif hidden == "private":
        PageViewRestriction.objects.create(page=about, restriction_type="login")
    else:
        about.delete()
    assert in_menu(visiteur) == ["Demandez un devis", "Rechercher"]
    assert in_footer(visiteur)[0] == "Demandez un devis"
    assert "Vide" not in visiteur.get("/").content.decode()


def test_a_page_in_another_language_is_refused_with_its_name(cheffe):
    html = save(cheffe, menu_fr=menu(link(page("quote")))).content.decode()
    assert "Ask for a quote" in html
    assert "dans une autre langue" in html
    assert not Navigation.load().menu_fr


def test_a_page_that_changed_its_language_since_is_left_out(cheffe, visiteur):
    save(cheffe, menu_fr=menu(link(page("a-propos")), link(page("devis"))))
    StandardPage.objects.filter(slug="a-propos").update(
        locale=factories.locale("en"), translation_key="7d4c5f9e-53b2-4f0a-9f53-0a6a2b1c6f11"
    )
    assert in_menu(visiteur) == ["Demandez un devis", "Rechercher"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({}, "une des deux"),
        ({"address": "https://social.example/"}, "appelle le lien"),
        ({"address": "javascript:alert(1)", "label": "Ici"}, "error-message"),
    ],
)
def test_a_link_that_leads_nowhere_is_refused(cheffe, wrong, sentence):
    html = save(cheffe, columns_fr=columns(Lire=[link(**wrong)])).content.decode()
    assert sentence in html
    assert not Navigation.load().columns_fr


def test_the_home_page_in_the_menu_is_marked_on_itself_only(cheffe, visiteur, site):
    save(cheffe, menu_fr=menu(link(site, "Accueil"), link(page("entretiens"))))
    assert visiteur.get("/").content.decode().count('aria-current="page"') == 2
    html = visiteur.get(factories.interview().url).content.decode()
    assert len(re.findall(r'href="[^"]*" aria-current="true"', html)) == 1


def test_only_what_the_page_lies_below_is_marked(visiteur):
    page = factories.interview(slug="devis")
    html = visiteur.get(page.url).content.decode()
    assert '<a href="/entretiens/" aria-current="true">' in html
    assert len(re.findall(r'href="[^"]*" aria-current="true"', html)) == 1


def test_a_page_with_accents_in_its_address_is_marked(cheffe, visiteur):
    about = page("a-propos").specific
    about.slug = "à-propos"
    about.save_revision().publish()
    save(cheffe, menu_fr=menu(link(about)), columns_fr=columns(Lire=[link(about)]))
    html = visiteur.get(page("à-propos").url).content.decode()
    assert html.count('aria-current="page">À propos</a>') == 2


@pytest.mark.parametrize("mode", ["fr", "en"])
def test_the_preview_shows_the_home_page_with_what_is_not_saved_yet(cheffe, mode):
    slug, home = {"fr": ("devis", "/"), "en": ("quote", "/en/")}[mode]
    fields = {f"menu_{mode}": menu(link(page(slug), "Essai")), f"sentence_{mode}": "Phrase d’essai"}
    preview = navigating.address("preview_on_edit")
    assert cheffe.post(preview, navigating.form(**fields)).json()["is_valid"]
    html = cheffe.get(f"{preview}?mode={mode}").content.decode()
    assert f'<html lang="{mode}"' in html
    assert ">Essai</a>" in html
    assert "Phrase d’essai" in html
    assert "Essai" not in in_menu(cheffe, home)


@pytest.mark.parametrize("who", ["redactrice", "relecteur", "traductrice", "commercial"])
def test_only_the_chief_and_administrators_change_it(who, request):
    client = request.getfixturevalue(who)
    assert client.get(navigating.address()).status_code == 302
    save(client, sentence_fr="Non")
    assert Navigation.load().sentence_fr == ""
    assert "/settings/home/navigation/" not in client.get("/cms/").content.decode()


def test_the_chief_finds_it_among_the_settings(cheffe):
    html = cheffe.get("/cms/").content.decode()
    assert "/settings/home/navigation/" in html
    assert "/settings/home/legalidentity/" in html


def test_a_page_takes_as_many_queries_with_two_links_as_with_eight(cheffe, visiteur):
    few = [link(page("devis")), link(page("entretiens"))]
    save(cheffe, menu_fr=menu(*few), columns_fr=columns(Lire=few))
    before = queries(visiteur, "/")
    many = few * 4
    save(cheffe, menu_fr=menu(*many), columns_fr=columns(Lire=many, Droit=many))
    assert len(in_menu(visiteur)) == 9
    assert queries(visiteur, "/") == before


def many_in_menu(count):
    home = page("entretiens").get_parent()
    for number in range(count):
        home.add_child(
            instance=StandardPage(
                title=f"Page {number}", body="<p>Un texte.</p>", show_in_menus=True
            )
        )


def test_what_began_with_more_links_than_a_menu_holds_is_saved_as_it_began(cheffe, visiteur):
    many_in_menu(8)
    begin = {"menu_fr": menu(*begun(cheffe, "menu_fr"))}
    assert save(cheffe, **begin, sentence_fr="Un magazine.").status_code == 302
    assert not Navigation.load().menu_fr
    assert Navigation.load().sentence_fr == "Un magazine."


def test_more_links_than_a_menu_holds_are_refused_with_a_sentence_and_stand_there_still(cheffe):
    many_in_menu(8)
    links = [*begun(cheffe, "menu_fr"), link(page("mentions-legales"), "Mentions")]
    answer = save(cheffe, menu_fr=menu(*links), sentence_fr="Un magazine.")
    html = answer.content.decode()
    assert "Le menu compte 12 liens\xa0: huit au plus" in str(answer.context["form"].errors)
    assert "Le menu compte 12 liens" in html
    assert len(answer.context["form"]["menu_fr"].value()) == 12
    assert "Un magazine." in html
    assert not Navigation.load().sentence_fr
