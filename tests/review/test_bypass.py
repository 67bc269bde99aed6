"""The chief may publish without waiting for the review: never by accident, never unseen."""

import pytest
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

from editing.review.bypass import BYPASS
from tests.steps import reviewing

pytestmark = pytest.mark.django_db

WITHOUT_REVIEW = "Publier sans attendre la relecture"


@pytest.fixture
def page(redactrice):
    """A text that the writer has submitted."""
    page = reviewing.standard_page(redactrice.user)
    reviewing.submit(redactrice, page, body="<p>Un texte fini.</p>")
    return page


def editor(client, page):
    return client.get(reviewing.edit_url(page)).content.decode()


def bypasses(page):
    return PageLogEntry.objects.filter(page=page.pk, action=BYPASS)


def test_in_a_review_the_button_says_that_it_goes_around_it(page, cheffe):
    assert WITHOUT_REVIEW in editor(cheffe, page)


def test_so_it_does_once_the_text_was_sent_back(page, relecteur, cheffe):
    reviewing.act(relecteur, page, "reject", comment="À revoir.")
    assert WITHOUT_REVIEW in editor(cheffe, page)


def test_a_text_outside_of_a_review_has_the_plain_button(redactrice, cheffe):
    html = editor(cheffe, reviewing.standard_page(redactrice.user))
    assert 'name="action-publish"' in html
    assert WITHOUT_REVIEW not in html


def test_who_publishes_by_approving_has_no_second_button(page, relecteur, cheffe):
    reviewing.act(relecteur, page, "approve")
    html = editor(cheffe, page)
    assert "Approuver et publier" in html
    assert 'name="action-publish"' not in html


def test_who_may_not_approve_her_own_text_keeps_the_button_for_an_emergency(relecteur, cheffe):
    page = reviewing.standard_page(cheffe.user)
    reviewing.submit(cheffe, page)
    reviewing.act(relecteur, page, "approve")
    html = editor(cheffe, page)
    assert "Approuver et publier" not in html
    assert WITHOUT_REVIEW in html


def test_the_question_before_it_says_what_follows(page, relecteur, cheffe):
    url = reverse("wagtailadmin_pages:confirm_workflow_cancellation", args=[page.pk])
    asked = cheffe.get(url).json()["html"]
    assert WITHOUT_REVIEW in asked
    assert "L’historique" in asked
    assert "est en relecture" in asked
    assert "Relecture" in asked
    reviewing.act(relecteur, page, "reject", comment="À revoir.")
    assert "a été renvoyé" in cheffe.get(url).json()["html"]


def test_the_history_says_that_the_review_was_bypassed_at_which_step_and_by_whom(page, cheffe):
    reviewing.publish(cheffe, page)
    assert Page.objects.get(pk=page.pk).live
    entry = bypasses(page).get()
    assert entry.user == cheffe.user
    html = cheffe.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "sans attendre la relecture, à l’étape «\N{NO-BREAK SPACE}Relecture" in html


def test_so_it_says_of_a_schedule(page, cheffe):
    reviewing.publish(cheffe, page, go_live_at="2099-03-03 08:00")
    assert bypasses(page).exists()


def test_it_says_so_of_a_post_that_the_editor_did_not_offer(page, relecteur, cheffe):
    reviewing.act(relecteur, page, "approve")
    reviewing.publish(cheffe, page)
    assert bypasses(page).exists()


def test_neither_an_approval_nor_a_cancelled_review_is_called_so(
    page, redactrice, relecteur, cheffe
):
    reviewing.act(relecteur, page, "approve")
    reviewing.act(cheffe, page, "approve")
    other = reviewing.standard_page(redactrice.user, title="Autre")
    reviewing.submit(redactrice, other)
    reviewing.save(redactrice, other, "action-cancel-workflow")
    assert not bypasses(page).exists()
    assert not bypasses(other).exists()


def test_the_right_stays_with_those_who_may_publish(page, relecteur):
    reviewing.publish(relecteur, page)
    assert not Page.objects.get(pk=page.pk).live
    assert not bypasses(page).exists()
