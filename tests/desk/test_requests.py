"""The home of the CMS shows the requests for a quote that wait, to the sales role only."""

import pytest
from django.urls import reverse

from contact.models import QuoteRequest
from tests.desk.panels import HOME, asked, panel

pytestmark = pytest.mark.django_db


def test_the_sales_role_sees_how_many_requests_wait_and_for_how_long(commercial):
    asked("Ancienne", days=3)
    asked("Récente", days=1)
    asked("Répondue", state=QuoteRequest.State.SPAM)
    text = panel(commercial, "waiting-requests")
    assert "2 demandes en attente" in text
    assert "en attente depuis 3" in text
    assert text.index("Ancienne") < text.index("Récente")
    assert "Répondue" not in text


def test_the_sales_role_opens_a_request_or_the_list_from_there(commercial):
    first = [asked(f"Demande {number}", days=9 - number) for number in range(6)][0]
    text = panel(commercial, "waiting-requests")
    assert text.count('class="desk__row"') == 5
    assert reverse("quote_requests:edit", args=[first.pk]) in text
    everything = reverse("quote_requests:index") + "?state=new"
    assert everything in text
    assert "Demande 5" in commercial.get(everything).content.decode()


def test_the_sales_role_sees_requests_only(commercial):
    html = commercial.get(HOME).content.decode()
    assert "Aucune demande en attente." in html
    assert html.count('class="w-panel desk"') == 1


def test_no_other_role_learns_of_requests(redactrice, relecteur, cheffe, traductrice):
    asked()
    for who in (redactrice, relecteur, cheffe, traductrice):
        assert "Solange" not in who.get(HOME).content.decode()
        assert panel(who, "waiting-requests") is None
