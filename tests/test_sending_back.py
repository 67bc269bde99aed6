"""A text is sent back with a reason; its writer finds it, and has one way to submit again."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry, TaskState

from tests import reviewing

pytestmark = pytest.mark.django_db

REASON = "La fin est <obscure>.\nCoupez-la."


@pytest.fixture
def page(redactrice):
    page = reviewing.standard_page(redactrice.user)
    reviewing.submit(redactrice, page, body="<p>Un texte fini.</p>")
    return page


def sent_back(page):
    return TaskState.objects.for_instance(page).filter(status=TaskState.STATUS_REJECTED).count()


def test_who_sends_back_is_told_whom_the_comment_reaches(page, relecteur):
    answer = reviewing.act(relecteur, page, "reject", comment=REASON)
    assert "Renvoyé à redactrice, qui en est averti par courriel" in reviewing.messages(answer)
    assert sent_back(page) == 1


def test_the_dialog_of_the_desk_says_the_same(page, relecteur):
    answer = reviewing.act_in_modal(relecteur, page, "reject", comment=REASON)
    assert "Renvoyé à redactrice" in reviewing.messages(answer)


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
    assert "à l’étape « Relecture »" in html.replace("\u00a0", " ")
    assert "La fin est &lt;obscure&gt;." in html
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


def test_the_chief_sees_which_button_goes_around_the_review(page, cheffe):
    html = cheffe.get(reviewing.edit_url(page)).content.decode()
    assert "Publier sans attendre la relecture" in html
    reviewing.publish(cheffe, page)
    actions = [entry.action for entry in PageLogEntry.objects.filter(page=page.pk)]
    assert {"wagtail.publish", "wagtail.workflow.cancel"} <= set(actions)


def test_a_text_outside_of_a_review_has_the_plain_button(redactrice, cheffe):
    page = reviewing.standard_page(redactrice.user)
    html = cheffe.get(reviewing.edit_url(page)).content.decode()
    assert "sans attendre la relecture" not in html
