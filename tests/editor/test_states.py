"""What was there some minutes ago, or before much of it went, is still in the history."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry, Revision
from wagtail.test.utils.form_data import rich_text

from tests import factories
from tests.conftest import account, signed_in
from tests.editor.saving import autosave, edit_url, mentions, opened, pass_by, save, texts
from tests.steps.editing import form, streamfield

pytestmark = pytest.mark.django_db
LONG = " ".join(f"mot{number}" for number in range(30))


@pytest.fixture
def page(site):
    return mentions(site)


def held(page):
    return str(texts(page))


def test_autosaves_replace_each_other_for_five_minutes_only(cheffe, page):
    form = opened(cheffe, page)
    for minute, text in enumerate(["À zéro.", "À trois.", "À six.", "À neuf.", "À douze."]):
        if minute:
            pass_by(minutes=3)
        assert autosave(cheffe, page, form, text)["success"]
    assert "À zéro." not in held(page)
    assert "À trois." in held(page)
    assert "À six." not in held(page)
    assert "À neuf." in held(page)
    assert "À douze." in held(page)
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.edit").count() >= 3


def test_an_autosave_without_much_of_the_text_keeps_the_state_before_it(cheffe, page):
    form = opened(cheffe, page)
    autosave(cheffe, page, form, LONG)
    autosave(cheffe, page, form, "Vide.")
    autosave(cheffe, page, form, "Vide encore.")
    assert len(texts(page)) == 3
    assert LONG in held(page)
    assert "Vide encore." in held(page)


def test_so_does_a_text_of_other_words(cheffe, page):
    form = opened(cheffe, page)
    autosave(cheffe, page, form, LONG)
    autosave(cheffe, page, form, LONG.replace("mot", "autre"))
    assert LONG in held(page)


def test_what_is_deleted_word_by_word_is_kept_too(cheffe, page):
    form = opened(cheffe, page)
    for count in range(30, 0, -3):
        autosave(cheffe, page, form, " ".join(LONG.split()[:count]))
    assert " ".join(LONG.split()[:18]) in held(page)
    assert len(texts(page)) < 5


def test_a_save_by_hand_without_much_of_the_text_keeps_the_state_before_it(cheffe, page):
    form = opened(cheffe, page)
    autosave(cheffe, page, form, LONG)
    assert save(cheffe, page, form, "Vide.").status_code == 302
    assert LONG in held(page)


def test_bringing_an_old_version_back_keeps_the_one_that_it_replaces(cheffe, page):
    old = page.latest_revision_id
    autosave(cheffe, page, opened(cheffe, page), "Un peu.")
    address = f"/cms/pages/{page.pk}/revisions/{old}/revert/"
    fields = opened(cheffe, page) | {"body": rich_text("<p>Un.</p>")}
    cheffe.post(address, fields)
    assert "Un peu." in held(page)


def test_a_block_that_was_removed_is_in_the_state_before(cheffe):
    body = [factories.exchange("Un ?"), factories.exchange("Deux ?")]
    interview = factories.interview(live=False, body=body)
    interview.save_revision()
    blocks = interview.body.raw_data

    def sent(*kept, own=None):
        values = [
            ("exchange", {"question": one["value"]["question"], "answers": {"count": "0"}})
            for one in kept
        ]
        data = form(slug=interview.slug, body=streamfield(values))
        for number, one in enumerate(kept):
            data[f"body-{number}-id"] = one["id"]
        if own:
            data["overwrite_revision_id"] = own
        answer = cheffe.post(edit_url(interview), data, headers={"Accept": "application/json"})
        return answer.json()["revision_id"]

    both = sent(*blocks)
    assert sent(*blocks, own=both) == both
    one = sent(blocks[0], own=both)
    assert one != both
    assert "Deux ?" in Revision.objects.get(pk=both).content["body"]
    assert "Deux ?" not in Revision.objects.get(pk=one).content["body"]


def test_two_windows_of_one_person_do_not_replace_each_others_states(cheffe, page):
    one = opened(cheffe, page)
    autosave(cheffe, page, one, "Première fenêtre.")
    other = opened(cheffe, page)
    autosave(cheffe, page, other, "Deuxième fenêtre.")
    assert autosave(cheffe, page, one, "Première encore.")["error_code"] == "invalid_revision"
    assert "Première fenêtre." in held(page)
    assert "Deuxième fenêtre." in held(page)


def test_what_was_published_from_a_list_meanwhile_is_replaced_by_no_autosave(cheffe, page):
    form = opened(cheffe, page)
    autosave(cheffe, page, form, "En ligne.")
    publish = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    cheffe.post(f"{publish}?id={page.pk}")
    assert autosave(cheffe, page, form, "Pas en ligne.")["success"]
    page.refresh_from_db()
    assert page.live and page.live_revision_id != page.latest_revision_id
    assert "En ligne." in page.live_revision.content["body"]


def test_nobody_replaces_the_autosave_of_somebody_else(cheffe, page):
    colleague = signed_in(account("collegue", "Rédaction en chef"))
    form = opened(cheffe, page)
    autosave(cheffe, page, form, "De la cheffe.")
    pass_by(minutes=10)
    assert not autosave(colleague, page, form, "D’une autre.").get("success")
    assert "D’une autre." not in held(page)
