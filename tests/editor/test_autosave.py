"""The editor saves by itself; the history keeps one version of each sitting."""

import pytest
from wagtail.models import PageLogEntry

from editing.models import AutosavedRevision
from tests.conftest import account, signed_in
from tests.editor.saving import autosave, edit_url, mentions, opened, save, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site):
    return mentions(site)


@pytest.fixture
def collegue(site):
    return signed_in(account("collegue", "Rédaction en chef"))


def test_the_editor_saves_by_itself_every_few_seconds(cheffe, page):
    assert 'data-w-autosave-interval-value="3000"' in cheffe.get(edit_url(page)).content.decode()


def test_autosaves_of_one_sitting_and_the_save_that_ends_it_are_one_version(cheffe, page):
    form = opened(cheffe, page)
    for number in range(5):
        autosave(cheffe, page, form, f"Phrase {number}.")
    save(cheffe, page, form, "Phrase 5.")
    assert len(texts(page)) == 2
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.edit").count() == 1
    assert not AutosavedRevision.objects.exists()


def test_publishing_leaves_no_autosave_behind(cheffe, page):
    form = opened(cheffe, page)
    autosave(cheffe, page, form, "Presque.")
    save(cheffe, page, form, "Fini.", **{"action-publish": "1"})
    assert "Presque." not in str(texts(page))
    assert "Fini." in str(texts(page))


def test_an_autosave_goes_when_the_same_person_opens_the_page_again_at_once_and_saves(cheffe, page):
    autosave(cheffe, page, opened(cheffe, page), "Tantôt.")
    assert "Tantôt." in str(texts(page))
    save(cheffe, page, opened(cheffe, page), "Tantôt et maintenant.")
    assert len(texts(page)) == 2


def test_an_autosave_of_somebody_else_stays(cheffe, collegue, page):
    autosave(collegue, page, opened(collegue, page), "Saisi par la collègue.")
    save(cheffe, page, opened(cheffe, page), "Corrigé.")
    assert "Saisi par la collègue." in str(texts(page))


def test_an_autosave_that_somebody_else_replaced_since_stays(cheffe, collegue, page):
    autosave(collegue, page, opened(collegue, page), "Saisi par la collègue.")
    save(cheffe, page, opened(cheffe, page), "Remplacé.")
    save(collegue, page, opened(collegue, page), "Remplacé et corrigé.")
    assert "Saisi par la collègue." in str(texts(page))
