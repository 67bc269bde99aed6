"""The checklist of a translation calls nothing “in order” that is still in the other language."""

import pytest

from editing.checklist.findings import findings
from tests import factories
from tests.steps import translating
from tests.steps.editing import set_levels

pytestmark = pytest.mark.django_db


@pytest.fixture
def english(site):
    figure = {"image": factories.image().pk, "alt_text": "Un pylône", "decorative": False}
    return translating.interview(
        body=[
            factories.exchange(),
            {"type": "figure", "value": {"image": figure, "caption": "", "credit": ""}},
        ],
        search_description="Un village et sa fibre.",
    )


def in_order(page):
    return {one.key for one in findings(translating.latest(page)) if one.passed}


JUDGED = {"standfirst", "exchange", "alternative_texts", "search_description", "translated"}


def test_nothing_that_is_still_french_is_in_order(english):
    assert not in_order(english) & JUDGED


def test_what_is_translated_is_in_order(english, traductrice):
    translating.complete(english, traductrice.user)
    page = translating.put_together(translating.translation(english), translating.latest(english))
    assert {one.key for one in findings(page) if one.passed} >= JUDGED


def test_the_editor_of_the_translation_says_so(english, traductrice):
    html = translating.seen(traductrice, english)
    assert "encore dans la langue de la source" in html
    assert "<strong>Chapô</strong> – en ordre" not in html


def test_where_untranslated_text_may_be_published_it_still_is_not_in_order(english):
    set_levels(translated="off")
    assert "standfirst" not in in_order(english)
    assert not any(one.blocks for one in findings(translating.latest(english)))


def test_a_source_that_was_published_anew_is_said_there_too(english, traductrice):
    french = english.get_translation(factories.locale("fr"))
    assert "source_taken_over" in in_order(english)
    french.standfirst = "Une maire raconte mieux."
    french.save_revision().publish()
    assert "source_taken_over" not in in_order(english)
