"""After an answer the next request that waits is one click away."""

from datetime import timedelta

import pytest
from django.utils import timezone

from contact.models import QuoteRequest
from tests.steps import following
from tests.steps.answering import form_of, page_of, stored, token_in

pytestmark = pytest.mark.django_db

State = QuoteRequest.State


def waiting(days, state=State.NEW, **values):
    found = stored(state=state, **values)
    moment = timezone.now() - timedelta(days=days)
    QuoteRequest.objects.filter(pk=found.pk).update(submit_time=moment)
    found.refresh_from_db()
    return found


def said_after(client, quote_request):
    values = {
        "token": token_in(client.get(form_of(quote_request)).content.decode()),
        "subject": "Votre demande",
        "text": "Bonjour,\nvoici notre estimation.",
    }
    answer = following.post(client, form_of(quote_request), values)
    return " ".join(str(message) for message in answer.context["messages"])


def test_it_is_the_one_below_in_the_list(commercial, site):
    newest, answered, older = waiting(1), waiting(2), waiting(4, State.IN_PROGRESS)
    waiting(3, State.ANSWERED)
    said = said_after(commercial, answered)
    assert f'href="{page_of(older)}"' in said
    assert "Demande suivante" in said
    assert page_of(newest) not in said


def test_after_the_last_it_is_the_first(commercial, site):
    newest, answered = waiting(1), waiting(2)
    waiting(1, State.SPAM)
    assert page_of(newest) in said_after(commercial, answered)


def test_where_none_waits_it_says_so(commercial, site):
    answered = waiting(2)
    waiting(3, State.WON)
    said = said_after(commercial, answered)
    assert "Aucune autre demande n’attend." in said
    assert "href" not in said
