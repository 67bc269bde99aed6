"""What the menus of pages offer of translation, in lists and above the editor."""

import pytest

from tests import factories
from tests.steps import reviewing, translating

pytestmark = pytest.mark.django_db

SUBMIT, SYNCHRONISE = "/cms/localize/submit/page/{}/", "/cms/localize/update/{}/"


def listed(client):
    return client.get(f"/cms/pages/{factories.index().pk}/").content.decode()


def searched(client):
    return client.get("/cms/pages/search/?q=village").content.decode()


def edited(client, page):
    return client.get(reviewing.edit_url(page)).content.decode()


def test_a_page_that_is_missing_in_a_language_can_be_translated(cheffe):
    page = factories.interview()
    for html in (listed(cheffe), searched(cheffe), edited(cheffe, page)):
        assert SUBMIT.format(page.pk) in html
    assert "/cms/localize/update/" not in edited(cheffe, page)


def test_a_page_that_is_followed_can_be_synchronised_and_is_not_offered_twice(cheffe):
    english = translating.interview()
    page = english.get_translation(factories.locale("fr"))
    source = translating.translation(english).source
    for html in (listed(cheffe), searched(cheffe), edited(cheffe, page)):
        assert SYNCHRONISE.format(source.pk) in html
        assert SUBMIT.format(page.pk) not in html


def test_a_page_that_is_followed_no_more_is_not_synchronised(cheffe):
    english = translating.interview()
    page = english.get_translation(factories.locale("fr"))
    translation = translating.translation(english)
    translation.enabled = False
    translation.save()
    for html in (listed(cheffe), edited(cheffe, page)):
        assert SYNCHRONISE.format(translation.source_id) not in html
    assert "localize-restart-translation" in edited(cheffe, english)
    assert "localize-convert-to-alias" not in edited(cheffe, english)


def test_an_alias_is_translated_by_its_source(cheffe):
    page = factories.interview()
    page.copy_for_translation(factories.locale("en"), alias=True)
    assert SUBMIT.format(page.pk) in listed(cheffe)


def test_who_may_not_translate_is_offered_nothing(redactrice):
    page = factories.interview(owner=redactrice.user)
    assert SUBMIT.format(page.pk) not in listed(redactrice)
