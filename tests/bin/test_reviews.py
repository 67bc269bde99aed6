"""A text that is deleted in the middle of its review: the review ends, and people are told."""

import pytest
from django.urls import reverse
from post_office.models import Email
from wagtail.models import Page, PageLogEntry, Task, TaskState, WorkflowState

from editing.models import BinnedPage
from tests.steps import reviewing
from tests.steps.binning import binned, delete, restore
from tests.steps.mailbox import REVIEWER, WRITER, forget, mailed

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(redactrice, relecteur, cheffe):
    page = reviewing.standard_page(redactrice.user, title="L’escalier & la fibre")
    reviewing.submit(redactrice, page)
    forget()
    return page


def test_the_writer_and_those_who_were_asked_learn_of_the_deletion(page, cheffe):
    delete(cheffe, page)
    mails = mailed()
    assert set(mails) == {WRITER, REVIEWER}
    for mail in mails.values():
        assert "cheffe a supprimé « L’escalier & la fibre »" in mail.message.replace("\xa0", " ")
        assert "/cms/bin/" in mail.message
        assert reviewing.edit_url(page) not in mail.message


def test_the_writer_calls_her_text_back_before_she_deletes_it(page, redactrice):
    delete(redactrice, page)
    assert reviewing.at(page) == "Relecture"  # locked, like any text under review
    reviewing.save(redactrice, page, "action-cancel-workflow")
    delete(redactrice, page)
    assert binned(page)


def test_a_text_that_was_sent_back_concerns_its_writer_only(page, relecteur, cheffe):
    reviewing.act(relecteur, page, "reject", comment="Non.")
    forget()
    delete(cheffe, page)
    assert set(mailed()) == {WRITER}


def test_a_page_deleted_from_above_is_told_of_too(page, redactrice, relecteur, cheffe, site):
    below = reviewing.standard_page(redactrice.user, title="Chapitre")
    below.move(Page.objects.get(pk=page.pk), pos="last-child")
    below.refresh_from_db()
    reviewing.submit(redactrice, below)
    forget()
    delete(cheffe, Page.objects.get(pk=page.pk))
    assert BinnedPage.objects.count() == 2
    told = [(mail.to[0], "Chapitre" in mail.subject) for mail in Email.objects.all()]
    assert sorted(told) == [(who, which) for who in (WRITER, REVIEWER) for which in (False, True)]


def test_the_cancellation_is_in_the_history(page, cheffe):
    delete(cheffe, page)
    entry = PageLogEntry.objects.get(page=page.pk, action="wagtail.workflow.cancel")
    assert entry.user == cheffe.user


def test_a_page_that_comes_back_is_in_no_review_and_can_be_submitted(page, redactrice, cheffe):
    delete(cheffe, page)
    restore(cheffe, binned(page))
    assert not WorkflowState.objects.exists()
    assert not TaskState.objects.exists()
    assert reviewing.step(page) is None
    for client in (cheffe, redactrice):
        assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    reviewing.submit(redactrice, page)
    assert reviewing.at(page) == "Relecture"


def test_a_review_whose_step_is_gone_does_not_stop_a_deletion(page, cheffe):
    Task.objects.all().delete()
    delete(cheffe, page)
    assert binned(page)
    assert mailed() == {}


def test_a_deletion_that_fails_tells_nobody(page, cheffe, monkeypatch):
    monkeypatch.setattr("editing.bin.deletion.versions", lambda page: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        delete(cheffe, page)
    assert reviewing.at(page) == "Relecture"
    assert mailed() == {}
