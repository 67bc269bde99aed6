"""Those who handle requests see them in the CMS; others do not."""

import uuid

import pytest
from django.urls import reverse

from contact.models import QuoteRequest
from tests import factories

pytestmark = pytest.mark.django_db

LIST = "/cms/quote_requests/"


@pytest.fixture
def quote_request(site):
    return QuoteRequest.objects.create(
        page=factories.quote_page(),
        token=uuid.uuid4(),
        form_data={},
        language="fr",
        name="Solange Prévert",
        company="Menuiserie Prévert",
        email="solange@prevert.example",
        answers=[{"name": "activity", "label": "Votre activité", "value": "Des <b>escaliers</b>"}],
    )


def page_of(quote_request):
    return reverse("quote_requests:edit", args=[quote_request.pk])


def test_the_list_shows_date_name_company_and_state(commercial, quote_request):
    html = commercial.get(LIST).content.decode()
    assert "Solange Prévert" in html
    assert "Menuiserie Prévert" in html
    assert quote_request.get_state_display() in html


def test_the_page_of_a_request_shows_its_answers_as_they_were_asked(commercial, quote_request):
    html = commercial.get(page_of(quote_request)).content.decode()
    assert "Votre activité" in html
    assert "Des &lt;b&gt;escaliers&lt;/b&gt;" in html
    assert quote_request.reference in html


def test_the_state_can_be_changed_and_nothing_else(commercial, quote_request):
    commercial.post(page_of(quote_request), {"state": "answered", "name": "Autre"})
    quote_request.refresh_from_db()
    assert quote_request.state == "answered"
    assert quote_request.name == "Solange Prévert"


def test_the_list_is_searched_and_filtered(commercial, quote_request):
    assert "Solange" in commercial.get(LIST, {"q": "prévert"}).content.decode()
    assert "Solange" not in commercial.get(LIST, {"q": "dupont"}).content.decode()
    assert "Solange" not in commercial.get(LIST, {"state": "spam"}).content.decode()


def test_nobody_adds_a_request(commercial, quote_request):
    assert commercial.get(LIST + "new/").status_code == 302
    assert commercial.post(LIST + "new/", {"state": "new"}).status_code == 302
    assert QuoteRequest.objects.count() == 1


@pytest.mark.parametrize("who", ["redactrice", "relecteur", "cheffe", "traductrice"])
def test_other_roles_do_not_see_requests(who, request, quote_request):
    client = request.getfixturevalue(who)
    stock = reverse("wagtailforms:list_submissions", args=[factories.quote_page().pk])
    home = client.get("/cms/").content.decode()
    assert "quote_requests" not in home
    for address in (LIST, page_of(quote_request), stock, reverse("wagtailforms:index")):
        answer = client.get(address, follow=True)
        assert "Solange" not in answer.content.decode()
    answer = client.post(page_of(quote_request), {"state": "won"})
    quote_request.refresh_from_db()
    assert quote_request.state == "new"


def test_a_visitor_is_asked_for_an_account(visiteur, quote_request):
    assert visiteur.get(page_of(quote_request)).status_code == 302
