"""The legal pages say who publishes the site, from one setting, in both languages."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from home.models import LegalIdentity, StandardPage
from tests.home import identity
from tests.steps import reviewing, translating

pytestmark = pytest.mark.django_db

FRENCH = ["/mentions-legales/", "/confidentialite/", "/accessibilite/", "/a-propos/", "/devis/"]
ENGLISH = ["/en/legal-notice/", "/en/privacy/", "/en/accessibility/", "/en/about/", "/en/quote/"]


def read(client, address):
    return client.get(address).content.decode()


def main(html):
    return html[html.index("<main") : html.index("</main>")]


@pytest.mark.parametrize("address", FRENCH + ENGLISH)
def test_no_legal_page_has_a_gap_once_the_identity_is_filled_in(visiteur, address):
    identity.fill()
    html = main(read(visiteur, address))
    for left in ("{", "[", "compléter", "to be completed"):
        assert left not in html.split("<form")[0] + html.partition("</form>")[2]


def test_the_chief_fills_it_in_once_and_both_languages_show_it_at_once(cheffe, visiteur):
    read(visiteur, "/mentions-legales/")
    assert cheffe.post(identity.address(), identity.WHOLE).status_code == 302
    for address in ("/mentions-legales/", "/en/legal-notice/"):
        html = read(visiteur, address)
        for name in ("company", "address", "telephone", "email", "director", "host_address"):
            assert identity.WHOLE[name] in html
    link = '<a href="mailto:donnees@pylone.example">donnees@pylone.example</a>'
    assert link in read(visiteur, "/devis/")
    assert "établie le 2\u00a0novembre 2026" in read(visiteur, "/accessibilite/")
    assert "drawn up on 2\u00a0November 2026" in read(visiteur, "/en/accessibility/")
    assert "conservé pendant 30\u00a0jours" in read(visiteur, "/confidentialite/")
    assert "30\u00a0days" in read(visiteur, "/en/privacy/")


def test_a_gap_is_named_to_those_who_are_signed_in_only(redactrice, visiteur):
    identity.fill(company=" ")
    assert "[à compléter]" in read(visiteur, "/mentions-legales/")
    assert "[to be completed]" in read(visiteur, "/en/legal-notice/")
    assert "raison sociale</mark>" not in read(visiteur, "/mentions-legales/")
    marked = '<mark class="gap">À compléter\xa0: raison sociale</mark>'
    assert marked in read(redactrice, "/mentions-legales/")
    assert "company name</mark>" in read(redactrice, "/en/legal-notice/")


def test_a_visitors_page_does_not_depend_on_cookies(visiteur):
    answer = visiteur.get("/mentions-legales/")
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert not answer.cookies


def test_hostile_values_are_shown_as_they_are_typed(visiteur):
    identity.fill(company="<script>alert(1)</script>", host="{téléphone} {{ 7|add:7 }}")
    html = read(visiteur, "/mentions-legales/")
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "{téléphone} {{ 7|add:7 }}" in html


def test_nothing_is_put_into_the_address_of_a_link(visiteur):
    identity.fill(company="javascript:alert(1)")
    body = '<p><a href="{raison sociale}">{raison sociale}</a></p>'
    StandardPage.objects.filter(slug="a-propos").update(body=body)
    html = read(visiteur, "/a-propos/")
    assert 'href="{raison sociale}"' in html
    assert ">javascript:alert(1)</a>" in html


@pytest.mark.parametrize(
    "written",
    [
        "{Raison Sociale}",
        "{ raison\xa0sociale }",
        "{company name}",
        "{adresse de l’hébergeur}",
        "{adresse de l&#x27;hebergeur}",
    ],
)
def test_a_word_is_known_however_it_is_typed(visiteur, written):
    identity.fill(host_address="Éditions du Pylône")
    StandardPage.objects.filter(slug="a-propos").update(body=f"<p>Voici {written}.</p>")
    assert "Voici Éditions du Pylône." in read(visiteur, "/a-propos/")


@pytest.mark.parametrize("written", ["{raison social}", "{raison <b>sociale</b>}", "{months}"])
def test_a_word_that_nothing_replaces_is_refused_with_its_name(cheffe, written):
    page = reviewing.standard_page(cheffe.user)
    html = reviewing.save(cheffe, page, body=f"<p>Voici {written}.</p>").content.decode()
    assert "Rien ne remplace {" in html
    assert Page.objects.get(pk=page.pk).get_latest_revision_as_object().body != written


def test_a_known_word_is_saved_and_the_editor_lists_all_of_them(cheffe):
    identity.fill(vat="")
    page = reviewing.standard_page(cheffe.user)
    html = reviewing.save(cheffe, page, body="<p>{raison sociale}</p>").content.decode()
    assert "Rien ne remplace" not in html
    listed = cheffe.get(reviewing.edit_url(page)).content.decode()
    assert "{contact accessibilité}" in listed
    assert "acces@pylone.example" in listed
    assert "pas encore renseigné" in listed


def test_the_list_is_in_the_language_of_the_page(cheffe):
    for home, word in (("cyberworkers", "{raison sociale}"), ("home-en", "{company name}")):
        new = f"/cms/pages/add/home/standardpage/{Page.objects.get(slug=home).pk}/"
        assert word in read(cheffe, new)
    quote = reviewing.edit_url(Page.objects.get(slug="devis"))
    assert "{contact données personnelles}" in read(cheffe, quote)


def test_the_notice_of_the_quote_form_knows_its_own_words_and_no_others(site):
    page = Page.objects.get(slug="devis").specific
    page.full_clean()
    page.notice = "<p>{raison sociale}, {months} mois, {jours}</p>"
    with pytest.raises(ValidationError, match=r"\{jours\}") as refused:
        page.full_clean()
    assert "{months}" not in str(refused.value)


def test_an_english_page_refuses_an_unknown_word_too(site):
    page = Page.objects.get(slug="legal-notice").specific
    page.body = "<p>{registred name}</p>"
    with pytest.raises(ValidationError, match="registred name"):
        page.full_clean()


def test_a_translation_with_an_unknown_word_is_not_published(cheffe):
    page = translating.charter(cheffe.user)
    translating.complete(page, cheffe.user)
    body = next(one for one in translating.segments(page) if "jet" in one.string.data)
    translating.put(cheffe, page, body, "A draft of {registred name}.")
    translating.publish(cheffe, page)
    assert not Page.objects.get(pk=page.pk).live
    translating.put(cheffe, page, body, "A draft of {company name}.")
    translating.publish(cheffe, page)
    assert Page.objects.get(pk=page.pk).live


def test_the_setting_says_what_the_law_requires_and_is_empty(cheffe):
    identity.fill(director="", vat="")
    html = read(cheffe, identity.address())
    assert "encore vide\xa0:</strong> directeur ou directrice de la publication." in html


def test_the_preview_shows_a_legal_page_with_what_is_not_saved_yet(cheffe):
    identity.fill()
    preview = identity.address("preview_on_edit")
    changed = identity.WHOLE | {"company": "Les Lignes"}
    assert cheffe.post(preview, changed).json()["is_valid"]
    for slug, language in (("mentions-legales", "fr"), ("legal-notice", "en")):
        mode = Page.objects.get(slug=slug).pk
        html = cheffe.get(f"{preview}?mode={mode}").content.decode()
        assert "Les Lignes" in html
        assert f'<html lang="{language}"' in html
    assert "Les Lignes" not in read(cheffe, "/mentions-legales/")
    assert cheffe.get(f"{preview}?mode=nonsense").status_code == 404
    assert "<h1>Mentions légales</h1>" in read(cheffe, preview)


@pytest.mark.parametrize("who", ["redactrice", "relecteur", "traductrice", "commercial"])
def test_only_the_chief_and_administrators_change_the_identity(who, request):
    client = request.getfixturevalue(who)
    client.post(identity.address(), identity.WHOLE)
    assert LegalIdentity.load().company == ""


def test_the_statements_say_what_is_true(visiteur):
    assert "non conforme" in read(visiteur, "/accessibilite/")
    assert "axe" in read(visiteur, "/accessibilite/")
    assert "combien de fois par jour" in read(visiteur, "/confidentialite/")
    assert "how many times a day" in read(visiteur, "/en/privacy/")
