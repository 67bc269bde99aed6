"""The consent to be called back: asked for plainly, kept as proof, withdrawn at any time."""

import re

import pytest

from contact.law.consent import version_of
from contact.models import CallbackConsent, QuoteRequest
from tests import factories
from tests.steps import stored
from tests.steps.quote_form import post

pytestmark = pytest.mark.django_db

BOX = "callback-consent"


def box(html):
    return re.search(rf'<input type="checkbox" name="{BOX}"[^>]*>', html)[0]


def ticked(page="fr"):
    return {BOX: version_of(factories.quote_page(page).callback_wording)}


def page_of(quote_request):
    return f"/cms/quote_requests/edit/{quote_request.pk}/"


def withdrawal(quote_request):
    return f"/cms/quote_requests/{quote_request.pk}/withdrawal/"


@pytest.mark.parametrize(
    ("address", "words"),
    [("/devis/", ["facultatif", "à tout moment"]), ("/en/quote/", ["optional", "at any time"])],
)
def test_the_box_is_not_ticked_and_says_that_one_may_withdraw(visiteur, address, words):
    html = visiteur.get(address).content.decode()
    assert "checked" not in box(html)
    assert f'<label for="id_{BOX}">' in html
    for word in words:
        assert word in html


def test_without_a_wording_there_is_no_box_and_no_consent(visiteur):
    page = factories.quote_page()
    page.callback_wording = ""
    page.save()
    assert BOX not in visiteur.get("/devis/").content.decode()
    assert post(visiteur, **{BOX: version_of("")}).status_code == 302
    assert not CallbackConsent.objects.exists()


def test_a_request_without_a_tick_and_without_a_telephone_is_a_good_request(visiteur):
    assert post(visiteur, telephone="").status_code == 302
    assert not CallbackConsent.objects.exists()


@pytest.mark.parametrize(("address", "language"), [("/devis/", "fr"), ("/en/quote/", "en")])
def test_a_tick_is_kept_with_its_wording_version_and_time(visiteur, address, language):
    post(visiteur, address, **ticked(language))
    quote_request, consent = QuoteRequest.objects.get(), CallbackConsent.objects.get()
    wording = factories.quote_page(language).callback_wording
    assert consent.quote_request == quote_request
    assert (consent.wording, consent.version) == (wording, version_of(wording))
    assert abs((consent.given_at - quote_request.submit_time).total_seconds()) < 5


def test_the_tick_is_no_answer_to_a_question(visiteur):
    post(visiteur, **ticked())
    assert BOX not in [answer["name"] for answer in QuoteRequest.objects.get().answers]


def test_the_same_post_twice_is_one_consent(visiteur):
    form = visiteur.get("/devis/").content.decode()
    token = re.search(r'name="form-token" value="([^"]+)"', form)[1]
    for _ in range(2):
        visiteur.post("/devis/", {"form-token": token, **factories.REQUEST, **ticked()})
    assert CallbackConsent.objects.count() == 1


def test_an_error_elsewhere_keeps_the_tick(visiteur):
    answer = post(visiteur, email="", **ticked())
    assert answer.status_code == 422
    assert "checked" in box(answer.content.decode())


@pytest.mark.parametrize("value", ["on", "x" * 500, version_of("Un texte plus ancien.")])
def test_a_tick_beside_another_text_is_asked_for_again(visiteur, value):
    answer = post(visiteur, **{BOX: value})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "checked" not in box(html)
    assert f'href="#id_{BOX}"' in html
    assert f'id="id_{BOX}_error"' in html
    assert not QuoteRequest.objects.exists()


def test_the_editors_change_the_wording_and_earlier_proof_stays(visiteur, commercial):
    post(visiteur, **ticked())
    before = factories.quote_page().callback_wording
    page = factories.quote_page()
    page.callback_wording = "Un autre texte."
    page.save()
    html = commercial.get(page_of(QuoteRequest.objects.get())).content.decode()
    assert CallbackConsent.objects.get().wording == before
    assert version_of(before) in html
    assert "Un autre texte." not in html


def test_the_page_of_a_request_says_that_there_is_no_consent(commercial, site):
    html = commercial.get(page_of(stored.quote_request())).content.decode()
    assert "la case n’a pas été cochée" in html
    assert "withdrawal" not in html


def test_a_withdrawal_is_noted_with_who_and_when_for_the_whole_address(commercial, site):
    requests = [
        stored.whole(commercial.user),
        stored.whole(commercial.user, email=stored.ADDRESS.upper()),
    ]
    other = stored.whole(commercial.user, email="autre@exemple.example")
    html = commercial.get(withdrawal(requests[0])).content.decode()
    assert "2 accords" in html
    assert CallbackConsent.objects.standing().count() == 3
    commercial.post(withdrawal(requests[0]))
    for quote_request in requests:
        consent = CallbackConsent.objects.get(quote_request=quote_request)
        assert consent.withdrawn_by == commercial.user
        assert consent.withdrawn_at
        [entry] = stored.history(quote_request).filter(action="contact.withdraw_consent")
        assert (entry.user, entry.label) == (commercial.user, quote_request.reference)
    assert CallbackConsent.objects.standing().get().quote_request == other
    assert "Retiré" in commercial.get(page_of(requests[0])).content.decode()


def test_a_withdrawal_without_an_address_is_that_of_one_request(commercial, site):
    one, other = (stored.whole(commercial.user) for _ in range(2))
    QuoteRequest.objects.update(email="")
    commercial.post(withdrawal(one))
    assert CallbackConsent.objects.standing().get().quote_request == other


def test_nothing_undoes_a_withdrawal_or_moves_its_time(commercial, site):
    quote_request = stored.whole(commercial.user)
    commercial.post(withdrawal(quote_request))
    first = CallbackConsent.objects.get()
    commercial.post(withdrawal(quote_request))
    assert CallbackConsent.objects.get().withdrawn_at == first.withdrawn_at
    assert stored.history(quote_request).filter(action="contact.withdraw_consent").count() == 1


@pytest.mark.parametrize("who", ["redactrice", "relecteur", "cheffe", "traductrice"])
def test_others_note_no_withdrawal(who, request, commercial):
    quote_request = stored.whole(commercial.user)
    answer = request.getfixturevalue(who).post(withdrawal(quote_request))
    assert answer.status_code == 302
    assert CallbackConsent.objects.standing().count() == 1


def test_an_unknown_request_is_not_found(commercial):
    assert commercial.get("/cms/quote_requests/999/withdrawal/").status_code == 404
