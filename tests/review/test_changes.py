"""What a change in the middle of a review does: the text starts again, its author waits."""

import pytest
from wagtail.models import Page

from editing.review.task import why_not_approve
from tests.steps import reviewing

pytestmark = pytest.mark.django_db


def fresh(page):
    return Page.objects.get(pk=page.pk)


def test_who_corrects_does_not_approve_but_another_does_once(page, relecteur, relectrice):
    reviewing.save(relecteur, page, body="<p>Un texte corrigé.</p>")
    answer = reviewing.act(relecteur, page, "approve")
    assert reviewing.at(page) == "Relecture"
    assert why_not_approve(reviewing.step(page), relecteur.user) in reviewing.messages(answer)
    reviewing.act(relectrice, page, "approve")
    assert reviewing.at(page) == "Validation"
    assert reviewing.approvals(page) == 1


def test_correcting_and_approving_in_one_post_keeps_the_correction_and_refuses(page, relecteur):
    answer = reviewing.act(relecteur, page, "approve", body="<p>Corrigé et approuvé.</p>")
    assert reviewing.at(page) == "Relecture"
    assert reviewing.approvals(page) == 0
    assert "Corrigé et approuvé" in fresh(page).get_latest_revision_as_object().body
    assert why_not_approve(reviewing.step(page), relecteur.user) in reviewing.messages(answer)


def test_who_only_comments_or_saves_may_approve(page, relecteur):
    comments = reviewing.inline_formset(
        [
            {
                "text": "Très bien.",
                "contentpath": "body",
                "position": "",
                "resolved": "",
                "DELETE": "",
                "id": "",
                "replies": reviewing.inline_formset([]),
            }
        ]
    )
    reviewing.save(relecteur, page, comments=comments)
    assert fresh(page).latest_revision.user == relecteur.user
    assert fresh(page).wagtail_admin_comments.count() == 1
    reviewing.act(relecteur, page, "approve")
    assert reviewing.at(page) == "Validation"


def test_who_had_somebody_else_submit_does_not_approve(cheffe, relecteur):
    page = reviewing.standard_page(cheffe.user)
    reviewing.submit(relecteur, page)
    assert why_not_approve(reviewing.step(page), cheffe.user)
    assert why_not_approve(reviewing.step(page), relecteur.user)


def test_a_change_after_the_first_approval_asks_for_it_again(page, relecteur, cheffe, adjointe):
    reviewing.act(relecteur, page, "approve")
    reviewing.autosave(cheffe, page, body="<p>La cheffe réécrit tout.</p>")
    assert reviewing.at(page) == "Relecture"
    reviewing.act(relecteur, page, "approve")
    assert reviewing.at(page) == "Validation"
    reviewing.act(cheffe, page, "approve")
    assert not fresh(page).live
    reviewing.act(adjointe, page, "approve")
    assert fresh(page).live


def test_a_date_or_a_comment_after_the_first_approval_asks_for_nothing(page, relecteur, cheffe):
    reviewing.act(relecteur, page, "approve")
    reviewing.save(cheffe, page, expire_at="2099-01-01 08:00")
    assert reviewing.at(page) == "Validation"
    reviewing.act(cheffe, page, "approve")
    assert fresh(page).live


def test_an_autosave_over_an_approved_text_voids_the_approval(page, relecteur, relectrice):
    reviewing.save(relecteur, page, body="<p>Corrigé.</p>")
    reviewing.act(relectrice, page, "approve")
    assert reviewing.at(page) == "Validation"
    overwritten = fresh(page).latest_revision
    page = fresh(page).get_latest_revision_as_object()
    page.body = "<p>Réécrit sous le même numéro.</p>"
    page.save_revision(user=relecteur.user, overwrite_revision=overwritten, clean=False)
    assert reviewing.at(page) == "Relecture"


def test_a_corrected_text_starts_at_the_first_step_again(page, redactrice, relecteur, cheffe):
    reviewing.act(relecteur, page, "approve")
    reviewing.act(cheffe, page, "reject", comment="La fin est obscure.")
    assert reviewing.at(page) is None
    reviewing.submit(redactrice, page, body="<p>Une fin claire.</p>")
    assert reviewing.at(page) == "Relecture"
    reviewing.act(relecteur, page, "approve")
    reviewing.act(cheffe, page, "approve")
    assert fresh(page).live


def test_an_unchanged_text_goes_back_to_the_step_that_sent_it_back(
    page, redactrice, relecteur, cheffe
):
    reviewing.act(relecteur, page, "approve")
    reviewing.act(cheffe, page, "reject", comment="Patientez.")
    reviewing.submit(redactrice, page)
    assert reviewing.at(page) == "Validation"


def test_words_that_look_like_the_editors_own_numbers_are_a_change(redactrice, relecteur, cheffe):
    page = reviewing.standard_page(redactrice.user)
    reviewing.submit(redactrice, page)
    reviewing.act(relecteur, page, "approve")
    reviewing.act(cheffe, page, "approve", title='Notre charte data-block-key="SCANDALE"')
    assert not Page.objects.get(pk=page.pk).live
