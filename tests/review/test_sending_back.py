"""A text is sent back with a reason; its writer finds it, and has one way to submit again."""

import pytest
from django.urls import reverse
from post_office.models import Email
from wagtail.models import Page, TaskState
from wagtail.users.models import UserProfile

from editing.review.task import why_not_approve
from home.setup import roles
from tests.conftest import account, signed_in
from tests.steps import reviewing

pytestmark = pytest.mark.django_db

REASON = "La fin est <obscure>.\nCoupez-la."


@pytest.fixture
def page(redactrice):
    page = reviewing.standard_page(redactrice.user)
    reviewing.submit(redactrice, page, body="<p>Un texte fini.</p>")
    return page


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def sent_back(page):
    return TaskState.objects.for_instance(page).filter(status=TaskState.STATUS_REJECTED).count()


@pytest.mark.parametrize("way", [reviewing.act, reviewing.act_in_modal])
def test_who_sends_back_is_told_whom_the_comment_reaches_and_what_comes_next(page, relecteur, way):
    said = reviewing.messages(way(relecteur, page, "reject", comment=REASON))
    assert "redactrice reçoit votre commentaire par courriel" in said
    assert "revient à l’étape « Relecture »" in plain(said)
    assert sent_back(page) == 1


def test_who_corrected_the_text_is_named_too_and_where_the_text_starts_again(
    page, relecteur, cheffe
):
    relectrice = signed_in(account("relectrice", roles.REVIEWER))
    reviewing.save(relecteur, page, body="<p>Corrigé.</p>")
    reviewing.act(relectrice, page, "approve")
    said = plain(reviewing.messages(reviewing.act(cheffe, page, "reject", comment=REASON)))
    assert "redactrice, relecteur reçoivent votre commentaire" in said
    assert "repart à l’étape « Relecture »" in said
    assert "revient à l’étape « Validation »" in said


def test_who_declined_such_mails_is_not_said_to_get_one(page, redactrice, relecteur):
    UserProfile.objects.filter(user=redactrice.user).update(rejected_notifications=False)
    said = reviewing.messages(reviewing.act(relecteur, page, "reject", comment=REASON))
    assert "Personne ne reçoit de courriel" in said
    assert not Email.objects.filter(to=redactrice.user.email, subject__contains="change").exists()


def test_sending_back_twice_is_said_once(page, relecteur):
    step = reviewing.step(page)
    first = reviewing.act_in_modal(relecteur, page, "reject", comment=REASON)
    assert "reçoit votre commentaire" in reviewing.messages(first)
    second = reviewing.act_in_modal(relecteur, page, "reject", state=step, comment="Encore.")
    assert "reçoit votre commentaire" not in reviewing.messages(second)
    assert sent_back(page) == 1


@pytest.mark.parametrize("comment", [None, "", " \n\t"])
def test_without_a_comment_nothing_is_sent_back_and_the_reason_is_said(page, relecteur, comment):
    answer = reviewing.act(relecteur, page, "reject", comment=comment)
    assert "Écrivez ce qui doit changer" in reviewing.messages(answer)
    answer = reviewing.act_in_modal(relecteur, page, "reject", comment=comment or "")
    assert "Écrivez ce qui doit changer" in reviewing.messages(answer)
    assert sent_back(page) == 0
    assert reviewing.at(page) == "Relecture"


def test_the_dialog_asks_for_the_comment_and_keeps_itself_open(page, relecteur):
    url = reverse(
        "wagtailadmin_pages:collect_workflow_action_data",
        args=[page.pk, "reject", reviewing.step(page).pk],
    )
    ajax = {"X-Requested-With": "XMLHttpRequest"}
    assert "Ce qui doit changer" in relecteur.get(url, headers=ajax).json()["html"]
    answer = relecteur.post(url, {"comment": "  "}, headers=ajax).json()
    assert answer["step"] == "action"
    assert "Écrivez ce qui doit changer" in answer["html"]
    answer = relecteur.post(url, {"comment": REASON}, headers=ajax).json()
    assert answer["step"] == "success"


@pytest.mark.parametrize("forged", ["{", "[]", "5", '{"comment": 5}', '{"user": 1}'])
def test_forged_data_of_a_decision_are_a_bad_request(page, relecteur, forged):
    changes = {"workflow-action-extra-data": forged, "workflow-action-name": "reject"}
    answer = reviewing.save(relecteur, page, "action-workflow-action", **changes)
    assert answer.status_code == 400
    assert sent_back(page) == 0


def test_an_approval_needs_no_comment(page, relecteur):
    reviewing.act(relecteur, page, "approve", comment="")
    assert reviewing.at(page) == "Validation"


def test_the_writer_finds_the_comment_in_the_editor_until_the_text_is_submitted_again(
    page, redactrice, relecteur
):
    reviewing.act(relecteur, page, "reject", comment=REASON)
    html = redactrice.get(reviewing.edit_url(page)).content.decode()
    assert "relecteur a renvoyé ce texte" in html
    assert "à l’étape « Relecture »" in plain(html)
    assert "La fin est &lt;obscure&gt;.<br>Coupez-la." in html
    reviewing.submit(redactrice, page, body="<p>Un texte plus clair.</p>")
    assert "obscure" not in redactrice.get(reviewing.edit_url(page)).content.decode()


def test_there_is_one_button_to_submit_again(page, redactrice, relecteur):
    reviewing.act(relecteur, page, "reject", comment=REASON)
    html = redactrice.get(reviewing.edit_url(page)).content.decode()
    assert "Soumettre de nouveau" in html
    assert "action-restart-workflow" not in html
    assert html.count('name="action-submit"') == 1


def test_a_restart_that_is_posted_all_the_same_submits_too(page, redactrice, relecteur):
    reviewing.act(relecteur, page, "reject", comment=REASON)
    reviewing.save(redactrice, page, "action-restart-workflow", body="<p>Plus clair.</p>")
    assert reviewing.at(page) == "Relecture"
    assert why_not_approve(reviewing.step(page), redactrice.user)


def test_a_restart_approves_nothing_and_makes_nobody_the_judge_of_their_text(
    page, redactrice, relecteur, cheffe
):
    reviewing.act(relecteur, page, "approve")
    reviewing.act(cheffe, page, "reject", comment=REASON)
    reviewing.save(cheffe, page, "action-restart-workflow")
    assert not Page.objects.get(pk=page.pk).live
    assert reviewing.at(page) is None  # the chief did not ask for this review
    reviewing.save(redactrice, page, "action-restart-workflow")
    assert reviewing.at(page) == "Relecture"
