"""What somebody typed is not saved under the name of who logged in at the same screen since."""

import pytest
from django.urls import reverse

from tests.conftest import account, signed_in
from tests.editor.saving import autosave, edit_url, mentions, opened, save, texts
from tests.steps import translating

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site):
    return mentions(site)


@pytest.fixture
def form(cheffe, page):
    return opened(cheffe, page) | {"opened_by": str(cheffe.user.pk)}


@pytest.fixture
def collegue(site):
    return signed_in(account("collegue", "Rédaction en chef"))


def test_who_opened_a_form_saves_it(cheffe, page, form):
    assert save(cheffe, page, form, "De la cheffe.").status_code == 302
    assert "De la cheffe." in texts(page)[-1]


def test_somebody_else_does_not_save_it(cheffe, collegue, page, form):
    answer = save(collegue, page, form, "De la cheffe.")
    assert answer.status_code == 403
    html = answer.content.decode()
    assert "Une autre personne s’est connectée" in html
    assert f'name="opened_by" value="{cheffe.user.pk}"' in html  # nor with the button shown there
    assert "De la cheffe." not in str(texts(page))


def test_nor_does_the_editor_by_itself(collegue, page, form):
    answer = autosave(collegue, page, form, "De la cheffe.")
    assert answer["session"] == "other"
    assert "Une autre personne s’est connectée" in answer["error_message"]
    assert "De la cheffe." not in str(texts(page))


def test_nor_a_passage_of_a_translation(cheffe, collegue):
    english = translating.interview()
    segment = translating.segments(english).first()
    address = reverse(
        "wagtail_localize:edit_string_translation",
        args=[translating.translation(english).pk, segment.pk],
    )
    headers = {"x-opened-by": str(cheffe.user.pk), "x-requested-with": "XMLHttpRequest"}
    answer = collegue.put(address, headers=headers)
    assert answer.status_code == 403
    assert answer.json()["session"] == "other"


def test_the_window_over_the_text_learns_who_has_logged_in(cheffe):
    html = cheffe.get("/cms/logged-in/").content.decode()
    assert f'data-logged-in="{cheffe.user.pk}"' in html


def test_the_editor_knows_who_opened_it(cheffe, page):
    assert f'data-person="{cheffe.user.pk}"' in cheffe.get(edit_url(page)).content.decode()


def test_the_browser_hears_at_log_out_whose_texts_to_let_go_of(cheffe):
    cookie = cheffe.post("/cms/logout/").cookies["logged_out"]
    assert cookie.value == str(cheffe.user.pk)
    assert not cookie["httponly"]  # for the script
