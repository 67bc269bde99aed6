"""The review in two steps: nobody approves their own text, and a changed text starts again."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from wagtail.models import Page, WorkflowState, WorkflowTask

from editing.review.task import DecisionRefused, to_review, why_not_approve
from tests.conftest import account, signed_in
from tests.steps import reviewing

pytestmark = pytest.mark.django_db


@pytest.fixture
def administratrice(site):
    return signed_in(account("administratrice", None))


def fresh(page):
    return Page.objects.get(pk=page.pk)


def test_a_text_goes_through_both_steps_and_is_published(page, relecteur, cheffe):
    assert reviewing.at(page) == "Relecture"
    answer = reviewing.act(relecteur, page, "approve")
    assert reviewing.at(page) == "Validation"
    assert "Validation" in reviewing.messages(answer)
    assert not fresh(page).live
    reviewing.act(cheffe, page, "approve")
    assert fresh(page).live
    assert "Un texte fini" in fresh(page).specific.body
    assert not WorkflowState.objects.active().exists()


def test_the_last_approval_schedules_where_a_date_is_set(page, relecteur, cheffe):
    moment = (timezone.localtime() + datetime.timedelta(days=3)).replace(hour=8, minute=0)
    reviewing.save(cheffe, page, go_live_at=moment.strftime("%Y-%m-%d %H:%M"))
    assert reviewing.at(page) == "Relecture"
    reviewing.act(relecteur, page, "approve")
    html = cheffe.get(reviewing.edit_url(page)).content.decode()
    assert "Approve and schedule for" in html or "Approuver et programmer pour le" in html
    answer = reviewing.act_in_modal(cheffe, page, "approve")
    assert not fresh(page).live
    assert fresh(page).approved_schedule
    assert "08:00 (" in reviewing.messages(answer)


def test_who_submitted_does_not_approve(cheffe, relecteur):
    page = reviewing.standard_page(cheffe.user)
    reviewing.submit(cheffe, page)
    answer = cheffe.get(reviewing.edit_url(page))
    assert why_not_approve(reviewing.step(page), cheffe.user) in reviewing.messages(answer)
    assert "relecteur" in reviewing.messages(answer)
    assert 'data-workflow-action-name="approve"' not in answer.content.decode()
    assert 'data-workflow-action-name="reject"' in answer.content.decode()


@pytest.mark.parametrize("way", [reviewing.act, reviewing.act_in_modal])
@pytest.mark.parametrize("who", ["cheffe", "administratrice"])
def test_a_forged_approval_of_ones_own_text_is_refused_with_a_reason(way, who, request):
    client = request.getfixturevalue(who)
    page = reviewing.standard_page(client.user)
    reviewing.submit(client, page)
    why = why_not_approve(reviewing.step(page), client.user)
    answer = way(client, page, "approve")
    assert reviewing.at(page) == "Relecture"
    assert reviewing.approvals(page) == 0
    assert why
    assert why in reviewing.messages(answer)


def test_the_text_typed_with_a_refused_approval_is_kept(cheffe):
    page = reviewing.standard_page(cheffe.user)
    reviewing.submit(cheffe, page)
    reviewing.act(cheffe, page, "approve", body="<p>Une phrase de plus.</p>")
    assert reviewing.approvals(page) == 0
    assert "Une phrase de plus" in fresh(page).get_latest_revision_as_object().body


def test_the_modal_windows_are_refused_too(cheffe):
    page = reviewing.standard_page(cheffe.user)
    reviewing.submit(cheffe, page)
    for name in ("workflow_action", "collect_workflow_action_data"):
        address = reverse(
            f"wagtailadmin_pages:{name}", args=[page.pk, "approve", reviewing.step(page).pk]
        )
        ajax = {"x-requested-with": "XMLHttpRequest"}
        assert cheffe.get(address, headers=ajax).status_code == 403
    assert cheffe.post(address, headers=ajax).status_code == 403
    assert reviewing.approvals(page) == 0


def test_a_step_is_not_approved_through_another_page(page, cheffe):
    """Wagtail checks the page of the address, and approves the step of the address."""
    own = reviewing.standard_page(cheffe.user, title="Mon texte")
    reviewing.submit(cheffe, own)
    answer = reviewing.act_in_modal(cheffe, page, "approve", state=reviewing.step(own))
    assert reviewing.at(own) == "Relecture"
    assert reviewing.approvals(own) == 0
    assert "quelqu" in reviewing.messages(answer) or "somebody" in reviewing.messages(answer)


def test_code_cannot_approve_ones_own_text_either(page, redactrice):
    for user in (redactrice.user, None):
        with pytest.raises(DecisionRefused):
            reviewing.step(page).approve(user=user)


def test_ones_own_text_can_still_be_sent_back(cheffe):
    page = reviewing.standard_page(cheffe.user)
    reviewing.submit(cheffe, page)
    reviewing.act(cheffe, page, "reject", comment="Trop tôt.")
    assert fresh(page).current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES


def test_the_last_step_asks_for_the_right_to_publish(page, relecteur, cheffe):
    task = WorkflowTask.objects.order_by("sort_order").last().task.specific
    task.groups.add(*relecteur.user.groups.all())
    reviewing.act(cheffe, page, "approve")
    assert reviewing.at(page) == "Validation"
    answer = reviewing.act(relecteur, page, "approve")
    assert reviewing.at(page) == "Validation"
    assert why_not_approve(reviewing.step(page), relecteur.user) in reviewing.messages(answer)
    assert not to_review(relecteur.user).exists()


def test_a_step_is_approved_once(page, relecteur, relectrice):
    state = reviewing.step(page)
    reviewing.act_in_modal(relecteur, page, "approve", state=state)
    answer = reviewing.act_in_modal(relectrice, page, "approve", state=state)
    assert reviewing.approvals(page) == 1
    assert why_not_approve(reviewing.step(page), relectrice.user) or reviewing.messages(answer)


def test_the_editor_tells_the_writer_who_reviews(page, redactrice, relecteur):
    said = reviewing.messages(redactrice.get(reviewing.edit_url(page)))
    assert "Relecture" in said
    assert "relecteur" in said


def test_names_are_escaped(page, redactrice, relecteur):
    relecteur.user.first_name = "<b>Bastien</b>"
    relecteur.user.save()
    html = redactrice.get(reviewing.edit_url(page)).content.decode()
    assert "<b>Bastien</b>" not in html
    assert escape("<b>Bastien</b>") in html


def test_to_review_lists_what_one_can_approve(page, redactrice, relecteur, cheffe, commercial):
    assert [state.pk for state in to_review(relecteur.user)] == [reviewing.step(page).pk]
    assert [state.pk for state in to_review(cheffe.user)] == [reviewing.step(page).pk]
    assert not to_review(redactrice.user).exists()
    assert not to_review(commercial.user).exists()
    reviewing.act(relecteur, page, "approve")
    assert not to_review(relecteur.user).exists()
    assert [state.pk for state in to_review(cheffe.user)] == [reviewing.step(page).pk]
    reviewing.save(cheffe, page, body="<p>Autre chose.</p>")
    assert [state.pk for state in to_review(relecteur.user)] == [reviewing.step(page).pk]
    assert not to_review(cheffe.user).exists()


def test_to_review_takes_as_many_queries_for_many(
    page, redactrice, cheffe, django_assert_max_num_queries
):
    for number in range(5):
        reviewing.submit(
            redactrice, reviewing.standard_page(redactrice.user, title=f"Page {number}")
        )
    with django_assert_max_num_queries(4):
        assert len(to_review(cheffe.user)) == 6
