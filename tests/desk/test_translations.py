"""The home of the CMS shows translations that are behind their source."""

import re

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation, TranslationSource

from home.models import StandardPage
from tests import factories
from tests.desk.panels import panel
from tests.steps import translating

pytestmark = pytest.mark.django_db

UP_TO_DATE = "Toutes les traductions demandées sont à jour."
REPORT = "/cms/localize/reports/translations/"


def english_page():
    return StandardPage.objects.filter(locale__language_code="en").first()


def test_a_translator_sees_that_a_source_was_published_anew(traductrice, site):
    english = english_page()
    assert UP_TO_DATE in panel(traductrice, "stale-translations")
    french = english.get_translation(site.locale)
    french.body += "<p>Un nouveau paragraphe.</p>"
    french.save_revision().publish()
    text = panel(traductrice, "stale-translations")
    assert english.title in text
    assert "La source a changé" in text
    address = reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert address in text
    assert "translation-editor" in traductrice.get(address).content.decode()


def test_a_draft_of_the_source_makes_no_translation_stale(traductrice, site):
    french = english_page().get_translation(site.locale)
    french.body += "<p>Un nouveau paragraphe.</p>"
    french.save_revision()
    assert UP_TO_DATE in panel(traductrice, "stale-translations")


def test_a_translator_sees_a_translation_with_gaps(traductrice):
    english = english_page()
    StringTranslation.objects.filter(context__object_id=english.translation_key).first().delete()
    text = panel(traductrice, "stale-translations")
    assert english.title in text
    assert "Des passages ne sont pas traduits" in text


def test_only_those_who_translate_are_told(redactrice, relecteur, commercial, cheffe):
    assert panel(cheffe, "stale-translations")
    for who in (redactrice, relecteur, commercial):
        assert panel(who, "stale-translations") is None


def row(client, page):
    """Return what the report says of the translation ``page``, without markup."""
    html = client.get(REPORT).content.decode()
    words = next(one for one in html.split("<tr>") if f"/{page.pk}/edit/" in one)
    return " ".join(re.sub(r"<[^>]*>", " ", words.split("</tr>")[0]).split())


def test_the_report_says_what_the_home_says(traductrice, site):
    english = english_page()
    assert "À jour" in row(traductrice, english)
    french = english.get_translation(site.locale)
    french.body += "<p>Un nouveau paragraphe.</p>"
    french.save_revision().publish()
    assert "La source a changé" in row(traductrice, english)
    assert "À jour" not in row(traductrice, english)


def test_a_version_that_is_older_than_its_publication_makes_a_translation_stale(cheffe, site):
    english = english_page()
    french = english.get_translation(site.locale)
    french.body += "<p>Un nouveau paragraphe.</p>"
    version = french.save_revision()
    TranslationSource.objects.get(object_id=french.translation_key).update_from_db()
    version.publish()
    for text in (panel(cheffe, "stale-translations"), row(cheffe, english)):
        assert "La source a changé" in text


def test_pages_that_nobody_asked_for_are_counted_and_named(traductrice):
    assert "jamais été demandée" not in panel(traductrice, "stale-translations")
    factories.interview("Le phare")
    factories.interview("Le brouillon", live=False)
    text = panel(traductrice, "stale-translations")
    assert UP_TO_DATE in text
    assert "1 page publiée n’a jamais été demandée dans l’autre langue." in text
    html = traductrice.get(REPORT).content.decode()
    assert "Le phare" in html
    assert "Le brouillon" not in html
    translating.interview(title="Le mât")
    assert "1 page publiée" in panel(traductrice, "stale-translations")
