"""At every step of a review the right people get one mail each, and nobody else."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail.users.models import UserProfile

from editing.management.commands.run_worker import publish as run_publication
from home.setup import roles
from tests.conftest import account, signed_in
from tests.steps import reviewing
from tests.steps.mailbox import ADMIN, CHIEF, REVIEWER, WRITER, forget, mailed, opens

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def people(redactrice, relecteur, cheffe, commercial, traductrice, site):
    account("administratrice", None)


@pytest.fixture
def page(redactrice):
    page = reviewing.standard_page(redactrice.user, title="L’escalier & la fibre")
    reviewing.submit(redactrice, page, body="<p>Un texte fini.</p>")
    return page


def test_a_submission_is_mailed_to_those_who_can_review(page, relecteur):
    mails = mailed()
    assert set(mails) == {REVIEWER, CHIEF}
    assert "L’escalier & la fibre" in mails[REVIEWER].subject
    assert "redactrice" in mails[REVIEWER].message
    assert opens(relecteur, mails[REVIEWER]) == page.pk


def test_who_submits_is_not_asked(cheffe):
    reviewing.submit(cheffe, reviewing.standard_page(cheffe.user))
    assert set(mailed()) == {REVIEWER}


def test_administrators_are_asked_where_nobody_else_can(cheffe, relecteur):
    relecteur.user.groups.clear()
    reviewing.submit(cheffe, reviewing.standard_page(cheffe.user))
    assert set(mailed()) == {ADMIN}


def test_an_approved_step_is_mailed_to_the_next_people(page, relecteur, cheffe):
    forget()
    reviewing.act(relecteur, page, "approve")
    mails = mailed()
    assert set(mails) == {CHIEF}
    assert "relecteur" in mails[CHIEF].message
    assert "Validation" in mails[CHIEF].subject
    assert opens(cheffe, mails[CHIEF]) == page.pk


def test_a_rejection_at_the_first_step_is_mailed_with_its_comment(page, relecteur, redactrice):
    forget()
    reviewing.act(relecteur, page, "reject", comment="La fin est <obscure> & longue.")
    mails = mailed()
    assert set(mails) == {WRITER}
    assert "La fin est <obscure> & longue." in mails[WRITER].message
    assert opens(redactrice, mails[WRITER]) == page.pk


def test_a_rejection_at_the_second_step_too_and_to_who_corrected(page, relecteur, cheffe):
    relectrice = signed_in(account("relectrice", roles.REVIEWER))
    reviewing.save(relecteur, page, body="<p>Corrigé.</p>")
    reviewing.act(relectrice, page, "approve")
    forget()
    reviewing.act_in_modal(cheffe, page, "reject", comment="Non.")
    mails = mailed()
    assert set(mails) == {WRITER, REVIEWER}
    assert all("Non." in mail.message for mail in mails.values())


def test_a_second_submission_is_mailed(page, redactrice, relecteur):
    reviewing.act(relecteur, page, "reject", comment="Non.")
    forget()
    reviewing.submit(redactrice, page, body="<p>Corrigé.</p>")
    assert set(mailed()) == {REVIEWER, CHIEF}


def test_the_last_approval_is_mailed_to_the_writer(page, relecteur, cheffe):
    reviewing.act(relecteur, page, "approve")
    forget()
    reviewing.act(cheffe, page, "approve")
    mails = mailed()
    assert set(mails) == {WRITER}
    assert "cheffe" in mails[WRITER].message
    assert Page.objects.get(pk=page.pk).full_url in mails[WRITER].message


def test_a_schedule_is_mailed_in_words_and_its_publication_too(page, relecteur, cheffe):
    reviewing.save(cheffe, page, go_live_at="2099-03-03 08:00")
    forget()
    reviewing.act(relecteur, page, "approve")
    assert "3 mars 2099" in mailed()[CHIEF].message
    reviewing.act(cheffe, page, "approve")
    mails = mailed()
    assert set(mails) == {WRITER}
    assert "mardi 3 mars 2099" in mails[WRITER].subject
    assert "08:00" in mails[WRITER].message
    assert "Paris" in mails[WRITER].message
    past = timezone.now() - datetime.timedelta(minutes=1)
    for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
        revision.content["go_live_at"] = past.isoformat()
        revision.approved_go_live_at = past
        revision.save()
    run_publication()
    assert Page.objects.get(pk=page.pk).live
    mails = mailed()
    assert set(mails) == {WRITER}
    assert "cheffe" not in mails[WRITER].message


def test_a_change_after_an_approval_is_mailed_to_those_who_approve_again(page, relecteur, cheffe):
    reviewing.act(relecteur, page, "approve")
    forget()
    for text in ("<p>La cheffe</p>", "<p>La cheffe réécrit.</p>"):
        reviewing.autosave(cheffe, page, body=text)
    mails = mailed()
    assert set(mails) == {REVIEWER}
    assert "cheffe" in mails[REVIEWER].message


def test_a_comment_or_a_date_asks_nobody_again(page, relecteur, cheffe):
    reviewing.act(relecteur, page, "approve")
    forget()
    reviewing.save(cheffe, page, expire_at="2099-03-03 08:00")
    assert mailed() == {}


def test_the_writers_cancellation_is_mailed_to_those_who_were_asked(page, redactrice):
    forget()
    reviewing.save(redactrice, page, "action-cancel-workflow")
    assert set(mailed()) == {REVIEWER, CHIEF}


def test_a_cancellation_by_another_is_mailed_to_the_writer_too(page, cheffe):
    forget()
    reviewing.save(cheffe, page, "action-cancel-workflow")
    mails = mailed()
    assert set(mails) == {REVIEWER, WRITER}
    assert "cheffe" in mails[WRITER].message


def test_a_publication_in_the_middle_of_the_review_is_one_mail_each(page, cheffe):
    forget()
    reviewing.publish(cheffe, page)
    mails = mailed()
    assert set(mails) == {REVIEWER, WRITER}
    assert Page.objects.get(pk=page.pk).full_url in mails[WRITER].message


def test_the_writer_learns_of_a_publication_without_review(redactrice, cheffe):
    page = reviewing.standard_page(redactrice.user)
    reviewing.publish(cheffe, page)
    assert set(mailed()) == {WRITER}
    reviewing.publish(cheffe, page, body="<p>Une virgule.</p>")
    assert mailed() == {}


def test_a_mail_is_in_the_language_of_its_reader(relecteur, cheffe, redactrice):
    second = signed_in(account("adjointe", roles.CHIEF))
    for user in (redactrice.user, second.user):
        UserProfile.objects.filter(user=user).update(preferred_language="en")
    page = reviewing.standard_page(redactrice.user)
    reviewing.submit(redactrice, page, go_live_at="2099-03-03 08:00")
    forget()
    reviewing.act(relecteur, page, "approve")
    mails = mailed()
    assert "mardi 3 mars 2099" in mails[CHIEF].message
    assert "Tuesday 3 March 2099" in mails["adjointe@cyberworkers.example"].message


@pytest.mark.parametrize("choice", ["submitted", "rejected", "approved"])
def test_who_wants_no_mail_gets_none(choice, redactrice, relecteur, cheffe):
    UserProfile.objects.update(**{f"{choice}_notifications": False})
    page = reviewing.standard_page(redactrice.user)
    reviewing.submit(redactrice, page)
    submitted = mailed()
    reviewing.act(relecteur, page, "reject", comment="Non.")
    rejected = mailed()
    reviewing.publish(cheffe, page)
    approved = mailed()
    empty = {"submitted": submitted, "rejected": rejected, "approved": approved}
    assert [name for name, mails in empty.items() if not mails] == [choice]


def test_neither_inactive_people_nor_those_without_address_get_mail(redactrice, relecteur, cheffe):
    relecteur.user.is_active = False
    relecteur.user.save()
    cheffe.user.email = ""
    cheffe.user.save()
    reviewing.submit(redactrice, reviewing.standard_page(redactrice.user))
    assert mailed() == {}


def test_a_mistyped_address_stops_no_publication(page, redactrice, cheffe):
    redactrice.user.email = "pas une adresse"
    redactrice.user.save()
    reviewing.publish(cheffe, page)
    assert Page.objects.get(pk=page.pk).live


def test_nothing_is_mailed_of_what_is_undone(page, redactrice, relecteur, cheffe, monkeypatch):
    """The mail is stored with the step, and goes with it."""
    reviewing.act(relecteur, page, "approve")
    forget()

    def fail(*args, **kwargs):
        raise RuntimeError("The database is full.")

    monkeypatch.setattr("wagtail.models.WorkflowState.on_finish", fail)
    cheffe.raise_request_exception = False
    assert reviewing.act(cheffe, page, "approve").status_code == 500
    assert reviewing.at(page) == "Validation"
    assert mailed() == {}
