"""A request is found by any word of any answer, as people half remember it."""

import uuid

import pytest

from contact.inbox.request import handling
from contact.models import QuoteRequest
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def quote_request(site):
    return QuoteRequest.objects.create(
        page=factories.quote_page(),
        token=uuid.uuid4(),
        form_data={},
        language="fr",
        name="Solange Prévert",
        email="solange@prevert.example",
        answers=[
            {"label": "Votre activité", "value": "Des escaliers d’érable"},
            {"label": "Téléphone", "value": "+33 (0)6 12 34 56 78"},
            {"label": "Délai", "value": ["Ce mois-ci", "Plus tard"]},
            {"label": "Urgent", "value": True},
            {"label": "Budget", "value": "Dès 2009. 35 000 euros, appelez le 0033 1 23 45 67 89."},
        ],
    )


@pytest.mark.parametrize(
    "words",
    ["prevert", "PRÉVERT escal", "erable", "solange@prevert.example", "0612345678", "06 12 34"]
    + ["l’escalier", "érables", "appelez", "appelé", "d'erable escaliers"]
    + ["+33 6 12 34", "mois", "prevert.exa", "35 000", "35000", "01 23 45", "+33 1 23 45 67 89"],
)
def test_it_is_found_by(quote_request, words):
    assert list(QuoteRequest.objects.matching(words)) == [quote_request]


@pytest.mark.parametrize(
    "words",
    ["scaliers", "prevert dupont", "", "%", "_", '"', "'", "& | !", ":*", "\x00", "a" * 5_000],
)
def test_it_is_not_found_by(quote_request, words):
    assert list(QuoteRequest.objects.matching(words)) == []


def test_it_is_found_by_its_reference(quote_request):
    assert list(QuoteRequest.objects.matching(quote_request.reference)) == [quote_request]


def test_a_very_long_answer_can_be_stored_and_searched(quote_request):
    quote_request.pk = None
    quote_request.token, quote_request.reference = uuid.uuid4(), "CW-2222-3333"
    quote_request.answers = [{"label": "Contexte", "value": "x" * 5_000 + " chantier"}]
    quote_request._state.adding = True
    quote_request.save()
    assert list(QuoteRequest.objects.matching("chantier")) == [quote_request]


def test_it_is_found_by_the_words_of_its_notes_as_long_as_they_are_there(commercial, quote_request):
    note = handling.add_note(
        quote_request, "Rappeler l’ébéniste au 01 98 76 54 32", commercial.user
    )
    for words in ("ebeniste", "0198765432", "prevert ebeniste"):
        assert list(QuoteRequest.objects.matching(words)) == [quote_request]
    handling.delete_note(note, commercial.user)
    assert list(QuoteRequest.objects.matching("ebeniste")) == []
    assert list(QuoteRequest.objects.matching("prevert")) == [quote_request]


def test_an_address_is_found_as_it_is_and_not_by_its_endings(quote_request):
    found = QuoteRequest.objects.matching
    assert list(found("solanges@preverts.example")) == [quote_request]
    assert list(found("solanges@preverts.example", exact=True)) == []
    assert list(found("solange@prevert.example", exact=True)) == [quote_request]


def test_the_list_finds_what_was_misspelt_and_says_so(commercial, quote_request):
    handling.add_note(quote_request, "Une œuvre d’ébéniste", commercial.user)
    edit = f"/cms/quote_requests/edit/{quote_request.pk}/"
    for typed, said in {
        "oeuvre": "",
        "prévrt": "prevert",
        "solange ebneiste": "solange ebeniste",
        "sol ange": "solange",
    }.items():
        html = commercial.get("/cms/quote_requests/", {"q": typed}).content.decode()
        assert edit in html, typed
        assert ("searched-instead" in html) == bool(said), typed
        assert f"«\xa0{said}\xa0»" in html or not said, html[html.find("searched-instead") :][:200]
    html = commercial.get("/cms/quote_requests/", {"q": "zeppelin"}).content.decode()
    assert edit not in html
    assert "searched-instead" not in html
