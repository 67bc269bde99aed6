"""An approval is of the text that was on screen: never of another, nor of one unseen."""

import pytest
from wagtail.models import Page

from tests.conftest import account, signed_in
from tests.editor.saving import hidden_fields, opened
from tests.steps import following, reviewing, translating

pytestmark = pytest.mark.django_db

APPROVE = {"action-workflow-action": "1", "workflow-action-name": "approve"}


@pytest.fixture
def page(redactrice):
    """A text that the writer has submitted."""
    page = reviewing.standard_page(redactrice.user)
    reviewing.submit(redactrice, page, body="<p>Un texte fini.</p>")
    return page


@pytest.fixture
def relectrice(site):
    """A second reviewer."""
    return signed_in(account("relectrice", "Relecture"))


def text(page):
    return Page.objects.get(pk=page.pk).get_latest_revision_as_object().body


def waits(page):
    return reviewing.at(page) == "Relecture" and not reviewing.approvals(page)


def test_what_is_on_screen_is_approved(page, relecteur):
    form = reviewing.fields(page) | opened(relecteur, page) | APPROVE
    following.post(relecteur, reviewing.edit_url(page), form)
    assert reviewing.at(page) == "Validation"


def test_a_text_that_changed_meanwhile_is_not_approved(page, relecteur, cheffe):
    form = reviewing.fields(page) | opened(relecteur, page) | APPROVE
    reviewing.save(cheffe, page, body="<p>Une autre fin.</p>")
    answer = relecteur.post(reviewing.edit_url(page), form)
    said = translating.plain(answer.content.decode())
    assert "Rien n’a été approuvé" in said
    assert "cheffe a enregistré cette page" in said
    assert waits(page)


def test_nor_once_the_person_goes_on_with_their_own_version(page, relecteur, cheffe):
    comment = {"workflow-action-extra-data": '{"comment": "Très bien !"}'}
    form = reviewing.fields(page) | opened(relecteur, page) | APPROVE | comment
    reviewing.save(cheffe, page, body="<p>Une autre fin.</p>")
    question = relecteur.post(reviewing.edit_url(page), form)
    assert "Très bien !" in question.content.decode()
    relecteur.post(reviewing.edit_url(page), hidden_fields(question))
    assert "Un texte fini" in text(page)
    assert waits(page)


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_an_approval_that_does_not_say_what_was_seen_is_refused(page, relecteur, accept):
    answer = following.post(
        relecteur,
        reviewing.edit_url(page),
        reviewing.fields(page) | APPROVE,
        headers={"accept": accept},
    )
    assert "Rien n’a été approuvé" in reviewing.messages(answer)
    assert waits(page)


def test_so_it_is_in_the_window_of_a_list(page, relecteur, cheffe):
    step, first = reviewing.step(page), Page.objects.get(pk=page.pk).latest_revision
    for seen in ({}, {"loaded_revision_id": first.pk - 1, "loaded_revision_created_at": ""}):
        answer = reviewing.act_in_modal(relecteur, page, "approve", state=step, known=seen)
        assert "Rien n’a été approuvé" in reviewing.messages(answer)
        assert waits(page)
    seen = reviewing.seen(page)
    reviewing.save(cheffe, page, body="<p>Une autre fin.</p>")
    answer = reviewing.act_in_modal(relecteur, page, "approve", state=step, known=seen)
    assert "cheffe a modifié ce texte" in translating.plain(reviewing.messages(answer))
    assert waits(page)
    reviewing.act_in_modal(relecteur, page, "approve", state=step)
    assert reviewing.at(page) == "Validation"


def test_a_text_that_changes_at_the_same_moment_is_not_approved(page, relectrice, cheffe):
    step = reviewing.step(page).specific
    reviewing.save(cheffe, page, body="<p>Une autre fin.</p>")
    with pytest.raises(Exception, match="cheffe"):
        step.approve(user=relectrice.user)
    assert waits(page)


def test_a_comment_or_a_date_meanwhile_is_another_version_but_no_other_text(
    page, relectrice, cheffe
):
    step = reviewing.step(page).specific
    reviewing.save(cheffe, page, go_live_at="2099-01-01 08:00")
    step.approve(user=relectrice.user)
    assert reviewing.at(page) == "Validation"


def test_what_was_seen_may_have_been_sent_back_by_another(page, relecteur, relectrice):
    form = reviewing.fields(page) | opened(relecteur, page) | APPROVE
    reviewing.act(relectrice, page, "reject", comment="À revoir.")
    following.post(relecteur, reviewing.edit_url(page), form)
    assert reviewing.step(page) is None
    assert not reviewing.approvals(page)


def test_a_translation_says_when_it_was_opened(redactrice, traductrice, relecteur):
    page = translating.charter(redactrice.user)
    translating.complete(page, traductrice.user)
    translating.submit(traductrice, page)
    answer = following.post(relecteur, reviewing.edit_url(page), APPROVE)
    assert "Rien n’a été approuvé" in reviewing.messages(answer)
    assert waits(page)
    translating.act(relecteur, page, "approve")
    assert reviewing.at(page) == "Validation"
