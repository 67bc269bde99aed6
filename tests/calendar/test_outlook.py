"""After a move the calendar says in the editor's words what will happen, and what is missing."""

import pytest
from django.contrib.messages import constants
from wagtail.models import Page

from articles.checks import Standfirst
from editing.schedule.forecast import forecast
from tests.steps.planned import CALENDAR, at, draft, in_review, local, move, planned_for, scheduled

pytestmark = pytest.mark.django_db


def told(client, page, day):
    """Return the message that follows the move of ``page`` to ``day``."""
    assert move(client, page, day=str(local(day).date())).status_code == 200
    return list(client.get(CALENDAR).context["messages"])[-1]


def test_a_draft_without_standfirst_needs_approval_and_its_standfirst(redactrice):
    page = draft(owner=redactrice.user, standfirst="")
    message = told(redactrice, page, at(5))
    assert message.level == constants.WARNING
    assert "une fois validé" in str(message)
    assert str(Standfirst.advice) in str(message)
    assert f'href="/cms/pages/{page.pk}/edit/"' in str(message)


def test_a_complete_draft_only_needs_approval(redactrice):
    page = draft(owner=redactrice.user)
    message = str(told(redactrice, page, at(5)))
    assert "une fois validé" in message
    assert str(Standfirst.advice) not in message


def test_a_text_in_review_names_the_step_and_the_item(redactrice, relecteur):
    page = in_review(owner=redactrice.user, standfirst="")
    message = str(told(relecteur, page, at(5)))
    assert "Relecture" in message
    assert str(Standfirst.advice) in message


def test_what_is_scheduled_and_complete_is_good_news(cheffe):
    page = scheduled()
    message = told(cheffe, page, at(5))
    assert message.level == constants.SUCCESS
    assert "Sera publié le" in str(message)


def test_the_words_are_those_of_the_editor(cheffe):
    page = draft(owner=cheffe.user, standfirst="")
    message = str(told(cheffe, page, at(5)))
    words, settled = forecast(Page.objects.get(pk=page.pk), cheffe.user)
    assert not settled
    assert words in message


def test_what_is_scheduled_without_a_required_item_stays_where_it_is(cheffe):
    page = scheduled()
    revision = Page.objects.get(pk=page.pk).scheduled_revision
    revision.content["standfirst"] = ""
    revision.save(update_fields=["content"])
    answer = move(cheffe, page, day=str(local(at(5)).date()))
    assert answer.status_code == 422
    assert str(Standfirst.advice) in answer.json()["message"]
    assert planned_for(page) == at(3)


def test_the_title_is_escaped(cheffe):
    message = str(told(cheffe, draft("<i>Titre</i>", owner=cheffe.user), at(5)))
    assert "<i>Titre" not in message
