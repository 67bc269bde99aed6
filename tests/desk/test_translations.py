"""The home of the CMS shows translations that are behind their source."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from home.models import StandardPage
from tests.desk.panels import panel

pytestmark = pytest.mark.django_db


def english_page():
    return StandardPage.objects.filter(locale__language_code="en").first()


def test_a_translator_sees_that_a_source_was_published_anew(traductrice, site):
    english = english_page()
    assert "Toutes les traductions sont à jour." in panel(traductrice, "stale-translations")
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
    assert "Toutes les traductions sont à jour." in panel(traductrice, "stale-translations")


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
