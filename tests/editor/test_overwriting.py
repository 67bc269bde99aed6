"""Nobody loses text to somebody else's save: the editor asks first, and keeps both texts."""

import pytest
from django.urls import reverse

from home.models import StandardPage
from tests.conftest import account, signed_in
from tests.editor.saving import autosave, edit_url, hidden_fields, mentions, opened, save, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site):
    return mentions(site)


@pytest.fixture
def collegue(site):
    return signed_in(account("collegue", "Rédaction en chef"))


def test_a_save_over_somebody_elses_text_asks_first(cheffe, collegue, page):
    mine, theirs = opened(cheffe, page), opened(collegue, page)
    assert save(collegue, page, theirs, "Leur texte.").status_code == 302
    response = save(cheffe, page, mine, "Mon texte.")
    assert response.status_code == 409
    html = response.content.decode()
    assert "collegue a enregistré cette page" in html
    assert "Mon texte." in html  # still there
    assert "Mon texte." not in str(texts(page))
    page.refresh_from_db()
    assert "Leur texte." in page.latest_revision.content["body"]


def test_after_the_question_both_texts_are_kept_and_the_overtaken_one_is_a_click_away(
    cheffe, collegue, page
):
    mine, theirs = opened(cheffe, page), opened(collegue, page)
    save(collegue, page, theirs, "Leur texte.")
    overtaken = page.revisions.order_by("pk").last()
    question = save(cheffe, page, mine, "Mon texte.")
    html = cheffe.post(edit_url(page), hidden_fields(question), follow=True).content.decode()
    assert "Leur texte." in str(texts(page))
    page.refresh_from_db()
    assert "Mon texte." in page.latest_revision.content["body"]
    assert "Celle de collegue est gardée" in html
    bring_back = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, overtaken.pk])
    assert bring_back in html
    assert "Leur texte." in cheffe.get(bring_back).content.decode()
    assert (
        reverse(
            "wagtailadmin_pages:revisions_compare",
            args=[page.pk, overtaken.pk, page.latest_revision_id],
        )
        in html
    )


def test_the_question_links_to_what_changed(cheffe, collegue, page):
    before = page.latest_revision_id
    mine, theirs = opened(cheffe, page), opened(collegue, page)
    save(collegue, page, theirs, "Leur texte.")
    page.refresh_from_db()
    address = reverse(
        "wagtailadmin_pages:revisions_compare", args=[page.pk, before, page.latest_revision_id]
    )
    assert address in save(cheffe, page, mine, "Mon texte.").content.decode()


def test_publishing_over_somebody_elses_text_asks_first_too(cheffe, collegue, page):
    mine, theirs = opened(cheffe, page), opened(collegue, page)
    save(collegue, page, theirs, "Leur texte.")
    question = save(cheffe, page, mine, "Mon texte.", **{"action-publish": "1"})
    assert question.status_code == 409
    page.refresh_from_db()
    assert not page.live
    cheffe.post(edit_url(page), hidden_fields(question))
    page.refresh_from_db()
    assert page.live
    assert "Mon texte." in StandardPage.objects.get(pk=page.pk).body


def test_a_third_save_meanwhile_asks_again(cheffe, collegue, page):
    mine, theirs = opened(cheffe, page), opened(collegue, page)
    save(collegue, page, theirs, "Leur texte.")
    question = save(cheffe, page, mine, "Mon texte.")
    save(collegue, page, opened(collegue, page), "Leur autre texte.")
    assert cheffe.post(edit_url(page), hidden_fields(question)).status_code == 409


def test_one_person_in_two_windows_is_asked_too(cheffe, page):
    first, second = opened(cheffe, page), opened(cheffe, page)
    save(cheffe, page, second, "Autre fenêtre.")
    html = save(cheffe, page, first, "Première fenêtre.").content.decode()
    assert "dans une autre fenêtre" in html


def test_a_save_over_somebody_elses_autosave_asks_first_and_keeps_it(cheffe, collegue, page):
    mine, theirs = opened(cheffe, page), opened(collegue, page)
    autosave(collegue, page, theirs, "Saisi sans enregistrer.")
    question = save(cheffe, page, mine, "Mon texte.")
    assert question.status_code == 409
    cheffe.post(edit_url(page), hidden_fields(question))
    save(collegue, page, opened(collegue, page), "Plus tard.")
    assert "Saisi sans enregistrer." in str(texts(page))


def test_my_own_autosave_overtaken_by_another_save_asks_before_a_manual_save(
    cheffe, collegue, page
):
    mine = opened(cheffe, page)
    autosave(cheffe, page, mine, "Mon début.")
    save(collegue, page, opened(collegue, page), "Leur texte.")
    assert autosave(cheffe, page, mine, "Ma suite.")["error_code"] == "invalid_revision"
    question = save(cheffe, page, mine, "Ma suite.")
    assert question.status_code == 409
    assert cheffe.post(edit_url(page), hidden_fields(question)).status_code == 302
    for text in ("Mon début.", "Leur texte.", "Ma suite."):
        assert text in str(texts(page))


@pytest.mark.parametrize("number", ["x", "-1", "9" * 40, "²"])
def test_a_forged_revision_number_does_no_harm(cheffe, page, number):
    form = opened(cheffe, page)
    assert save(cheffe, page, form, "Un.", overtakes=number).status_code == 302
    form = opened(cheffe, page) | {"loaded_revision_id": number}
    assert save(cheffe, page, form, "Deux.").status_code == 409


def test_the_question_is_only_for_those_who_may_edit(commercial, cheffe, page):
    form = opened(cheffe, page)
    save(cheffe, page, form, "Nouveau.")
    assert save(commercial, page, form, "Intrus.").status_code == 302
    assert "Intrus." not in str(texts(page))


def test_what_was_typed_is_escaped_in_the_question(cheffe, collegue, page):
    mine = opened(cheffe, page) | {"title": '"><script>alert(1)</script>'}
    save(collegue, page, opened(collegue, page), "Leur texte.")
    html = save(cheffe, page, mine, "Mon texte.").content.decode()
    assert "<script>alert(1)" not in html


def test_saving_in_peace_asks_nothing(cheffe, page):
    for text in ("Un.", "Deux.", "Trois."):
        assert save(cheffe, page, opened(cheffe, page), text).status_code == 302
