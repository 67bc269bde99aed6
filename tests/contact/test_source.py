"""A request knows the page whose offer the visitor took up, and nothing else of their way."""

import re

import pytest
from wagtail.models import PageViewRestriction, ReferenceIndex

from contact.models import QuoteRequest
from tests import factories
from tests.steps.inbox import ask, page_of
from tests.steps.planned import at
from tests.steps.queries import queries
from tests.steps.quote_form import post, token_in

pytestmark = pytest.mark.django_db

REPORT = "/cms/reports/requests/"


@pytest.fixture
def interview(site):
    return factories.interview("Le village a la fibre")


def fields(html):
    return re.findall(r'name="source-page" value="([^"]*)"', html)


def offer(client, page):
    """Return the address of the form as the offer on ``page`` links to it."""
    return re.search(r'class="button" href="([^"]+)"', client.get(page.url).content.decode())[1]


# From the offer to the request


def test_the_offer_of_an_interview_leads_to_a_request_that_knows_it(visiteur, interview):
    address = offer(visiteur, interview)
    assert address == f"/devis/?from={interview.pk}"
    answer = visiteur.get(address)
    (source,) = fields(answer.content.decode())
    values = {"form-token": token_in(answer), "source-page": source, **factories.REQUEST}
    assert visiteur.post("/devis/", values).status_code == 302
    stored = QuoteRequest.objects.get()
    assert (stored.source_id, stored.source_title) == (interview.pk, "Le village a la fibre")


def test_the_offer_of_the_home_page_does_too(visiteur, site):
    assert offer(visiteur, site) == f"/devis/?from={site.pk}"


def test_a_form_that_is_sent_back_still_knows_it(visiteur, interview):
    answer = post(visiteur, email="nulle part", **{"source-page": str(interview.pk)})
    assert answer.status_code == 422
    assert fields(answer.content.decode()) == [str(interview.pk)]


def test_who_comes_by_the_menu_comes_from_nowhere(visiteur, interview):
    assert fields(visiteur.get("/devis/").content.decode()) == []
    post(visiteur)
    stored = QuoteRequest.objects.get()
    assert (stored.source, stored.source_title) == (None, "")


def test_a_referrer_is_not_looked_at(visiteur, interview):
    html = visiteur.get("/devis/", HTTP_REFERER=f"http://testserver{interview.url}").content
    assert fields(html.decode()) == []


# What is not believed

NONSENSE = [
    "",
    "0",
    "-1",
    "abc",
    "1",  # the root of all pages
    "999999999",
    "9" * 400,
    "1.5",
    "١",
    "\x00",
    "2\n",
    "2 OR 1=1",
    '"><script>alert(1)</script>',
]


@pytest.mark.parametrize("value", NONSENSE)
def test_what_is_no_page_is_left_out_and_loses_no_request(visiteur, interview, value):
    html = visiteur.get("/devis/", {"from": value}).content.decode()
    assert fields(html) == []
    assert "<script>alert" not in html
    assert post(visiteur, **{"source-page": value}).status_code == 302
    assert QuoteRequest.objects.get().source is None


def test_drafts_and_private_pages_are_left_out(visiteur, interview):
    draft = factories.interview("Un brouillon", live=False)
    private = factories.interview("Un entretien privé")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    for page in (draft, private):
        html = visiteur.get("/devis/", {"from": page.pk}).content.decode()
        assert fields(html) == []
        assert page.title not in html
        post(visiteur, **{"source-page": str(page.pk)})
    assert set(QuoteRequest.objects.values_list("source_title", flat=True)) == {""}


def test_a_second_click_on_the_button_is_one_request_whatever_it_says(visiteur, interview):
    answer = visiteur.get("/devis/")
    values = {"form-token": token_in(answer), **factories.REQUEST}
    first = visiteur.post("/devis/", values)
    second = visiteur.post("/devis/", values | {"source-page": str(interview.pk)})
    assert first.url == second.url
    assert QuoteRequest.objects.get().source is None


# The address of the form


def test_search_engines_keep_to_the_address_of_the_form(visiteur, interview):
    plain = visiteur.get("/devis/").content.decode()
    marked = visiteur.get("/devis/", {"from": interview.pk}).content.decode()
    canonical = '<link rel="canonical" href="http://testserver/devis/">'
    assert canonical in plain and canonical in marked
    assert 'action="/devis/"' in marked


def test_the_marked_form_is_never_cached_either(visiteur, interview):
    answer = visiteur.get("/devis/", {"from": interview.pk})
    assert "private" in answer.headers["Cache-Control"]


# In the inbox


def test_the_page_of_the_request_says_where_it_came_from(commercial, interview):
    stored = ask(source=interview, source_title=interview.title)
    html = commercial.get(page_of(stored)).content.decode()
    assert "Vient de" in html
    assert f'<a href="{interview.url}">Le village a la fibre</a>' in html
    assert "Vient de" not in commercial.get(page_of(ask())).content.decode()


def test_the_title_stays_when_the_page_is_renamed_or_deleted(commercial, interview):
    stored = ask(source=interview, source_title=interview.title)
    interview.delete()
    stored.refresh_from_db()
    assert stored.source is None
    html = commercial.get(page_of(stored)).content.decode()
    assert "Le village a la fibre" in html


def test_a_title_is_escaped(commercial, site):
    stored = ask(source_title="<script>alert(1)</script>")
    assert "<script>alert(1)" not in commercial.get(page_of(stored)).content.decode()


def test_a_request_is_no_link_to_the_page_it_came_from(interview):
    ask(source=interview, source_title=interview.title)
    assert not ReferenceIndex.get_references_to(interview).exists()


# The report


def rows(client):
    table = client.get(REPORT).context["table"]
    return [[column.get_value(row) for column in table.columns.values()] for row in table.data]


def came_from(page, days_ago=0, **fields):
    stored = ask(source=page, source_title=page.title, **fields)
    QuoteRequest.objects.filter(pk=stored.pk).update(submit_time=at(-days_ago))


def test_requests_are_counted_by_page_without_spam_and_those_from_nowhere(cheffe, interview):
    other = factories.interview("Le facteur")
    for days_ago in (0, 6, 7, 29, 30, 364, 366):
        came_from(interview, days_ago)
    came_from(other)
    came_from(other, state="spam")
    ask()
    assert rows(cheffe) == [
        ["Le village a la fibre", 2, 4, 6],
        ["Le facteur", 1, 1, 1],
    ]


def test_the_report_says_nothing_of_who_asked(cheffe, interview):
    came_from(interview)
    for address in (REPORT, REPORT + "?export=csv"):
        answer = cheffe.get(address)
        content = answer.getvalue().decode()
        assert "Le village a la fibre" in content
        assert "Solange" not in content and "Prévert" not in content


def test_a_report_without_requests_says_so(cheffe):
    html = cheffe.get(REPORT).content.decode()
    assert "Aucune demande n’est encore venue d’une page." in html


@pytest.mark.parametrize("role", ["redactrice", "relecteur", "cheffe", "traductrice", "commercial"])
def test_every_role_finds_it_in_the_menu(role, request):
    who = request.getfixturevalue(role)
    assert who.get(REPORT).status_code == 200
    assert REPORT in who.get("/cms/").content.decode()


def test_who_has_no_account_does_not(visiteur):
    assert visiteur.get(REPORT).url.startswith("/cms/login/")


def test_it_takes_as_many_queries_with_two_pages_as_with_ten(cheffe, site):
    def fill(number):
        for turn in range(number):
            came_from(factories.interview(f"Entretien {turn}"))

    fill(2)
    few = queries(cheffe, REPORT)
    fill(8)
    assert queries(cheffe, REPORT) == few
