"""The page of a request: what it shows, and what is done with it."""

import pytest
from wagtail.models import ModelLogEntry

from contact.inbox.request import handling
from contact.models import Reading
from home.setup import roles
from tests.conftest import account, signed_in
from tests.steps.answering import write
from tests.steps.inbox import LIST, address, ask, history, page_of
from tests.steps.queries import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def quote_request(site):
    return ask(text="Une véranda\n<script>alert(1)</script>\nhttps://piege.example/")


@pytest.fixture
def collegue(site):
    return signed_in(account("yann", roles.SALES))


def html_of(client, quote_request):
    return client.get(page_of(quote_request)).content.decode()


# Reading


def test_answers_keep_their_lines_and_nothing_in_them_is_html_or_a_link(commercial, quote_request):
    html = html_of(commercial, quote_request)
    assert "Une véranda<br>&lt;script&gt;alert(1)&lt;/script&gt;<br>https://piege.example/" in html
    assert 'href="https://piege.example' not in html
    assert 'href="mailto:solange@prevert.example"' in html


def test_opening_a_request_marks_it_read_for_this_person_once(commercial, collegue, quote_request):
    for _ in range(2):
        commercial.get(page_of(quote_request))
    assert list(Reading.objects.values_list("user__username", flat=True)) == ["commercial"]
    assert "commercial" in html_of(collegue, quote_request)  # read by


def test_asking_for_the_headers_only_reads_nothing(commercial, quote_request):
    commercial.head(page_of(quote_request))
    assert not Reading.objects.exists()


def test_mark_as_unread_leads_back_to_the_list(commercial, collegue, quote_request):
    commercial.get(page_of(quote_request))
    collegue.get(page_of(quote_request))
    assert commercial.post(address("unread", quote_request)).url == LIST
    assert Reading.objects.get().user == collegue.user


def test_the_page_says_why_a_request_looks_like_spam(commercial, site):
    spam = ask(state="spam", spam_reasons=["links", "fast"])
    html = html_of(commercial, spam)
    assert [str(reason) in html for reason in spam.shown_spam_reasons] == [True, True]


# State and assignee


def form_of(client, quote_request, **chosen):
    """Return what the form of the page sends when its reader chooses ``chosen``."""
    form = client.get(page_of(quote_request)).context["form"]
    return form.initial | {name: str(value) for name, value in chosen.items()}


def test_state_and_assignee_are_saved_and_recorded(commercial, collegue, quote_request):
    sent = form_of(commercial, quote_request, state="answered", assignee=collegue.user.pk)
    assert commercial.post(page_of(quote_request), sent).url == page_of(quote_request)
    quote_request.refresh_from_db()
    assert (quote_request.state, quote_request.assignee) == ("answered", collegue.user)
    assert history(quote_request, collegue) == [
        ("Attribuée à yann", "commercial"),
        ("État\u00a0: Nouvelle → Réponse envoyée", "commercial"),
        ("Lue", "commercial"),
    ]


def test_saving_without_a_change_records_nothing(commercial, quote_request):
    sent = form_of(commercial, quote_request)
    before = history(quote_request, commercial)
    commercial.post(page_of(quote_request), sent)
    assert history(quote_request, commercial) == before


def test_what_a_colleague_chose_meanwhile_is_said_and_not_overwritten(
    commercial, collegue, quote_request
):
    sent = form_of(commercial, quote_request, state="lost")
    collegue.post(page_of(quote_request), {"state": "won", "assignee": str(collegue.user.pk)})
    answer = commercial.post(page_of(quote_request), sent)
    quote_request.refresh_from_db()
    assert quote_request.state == "won"
    html = answer.content.decode()
    assert "yann" in answer.context["form"].errors["state"][0]
    assert "Gagnée" in answer.context["form"].errors["state"][0]
    assert 'name="seen_state" value="won"' in html

    again = sent | {"seen_state": "won"}  # as the page shows it now: saving again is a decision
    commercial.post(page_of(quote_request), again)
    quote_request.refresh_from_db()
    assert quote_request.state == "lost"
    assert quote_request.assignee == collegue.user  # this was not chosen here: it stays


def test_who_answered_meanwhile_is_named(commercial, collegue, quote_request):
    collegue.post(page_of(quote_request), {"state": "in_progress"})
    sent = form_of(commercial, quote_request, state="lost")
    nora = signed_in(account("nora", roles.SALES))
    write(nora, quote_request)
    said = commercial.post(page_of(quote_request), sent).context["form"].errors["state"][0]
    assert "nora" in said
    assert "Réponse envoyée" in said


def test_the_message_says_until_when_a_request_of_its_new_state_is_kept(commercial, quote_request):
    def said(**chosen):
        answer = commercial.post(page_of(quote_request), chosen, follow=True)
        return str(list(answer.context["messages"])[0])

    assert "30 jours après" in said(state="spam").replace("\u00a0", " ")
    assert "effacée" not in said(assignee=str(commercial.user.pk))


def test_the_same_choice_of_two_people_is_no_conflict(commercial, collegue, quote_request):
    sent = form_of(commercial, quote_request, state="won")
    collegue.post(page_of(quote_request), {"state": "won"})
    assert commercial.post(page_of(quote_request), sent).status_code == 302


@pytest.mark.parametrize(
    "forged", [{"state": "nonsense"}, {"state": ""}, {"assignee": "0"}, {"assignee": "x"}]
)
def test_a_forged_choice_is_refused(commercial, quote_request, forged):
    answer = commercial.post(page_of(quote_request), forged)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    quote_request.refresh_from_db()
    assert (quote_request.state, quote_request.assignee) == ("new", None)


def test_nobody_is_assigned_who_may_not_handle_requests(commercial, redactrice, quote_request):
    commercial.post(page_of(quote_request), {"assignee": str(redactrice.user.pk)})
    quote_request.refresh_from_db()
    assert quote_request.assignee is None


# Neighbours, the same address, the history


def test_previous_and_next_follow_the_list_within_the_state(commercial, site):
    older, here, newer = (ask(minutes=minutes) for minutes in (30, 20, 10))
    ask(state="won", minutes=15)
    html = html_of(commercial, here)
    assert html.index(page_of(newer)) < html.index(page_of(older))
    assert 'aria-keyshortcuts="k"' not in html_of(commercial, newer)
    assert 'aria-keyshortcuts="j"' not in html_of(commercial, older)


def test_neighbours_of_the_same_second_are_not_skipped(commercial, site):
    requests = [ask() for _ in range(3)]
    moment = requests[0].submit_time
    type(requests[0]).objects.update(submit_time=moment)
    assert page_of(requests[0]) in html_of(commercial, requests[1])
    assert page_of(requests[2]) in html_of(commercial, requests[1])


def test_other_requests_of_the_address_are_shown_in_whatever_case(commercial, quote_request):
    ask(email="autre@exemple.example", minutes=5)
    others = [ask(email="Solange@Prevert.example", minutes=10 + n, state="won") for n in range(6)]
    html = html_of(commercial, quote_request)
    assert [other.reference in html for other in others] == [True] * 5 + [False]
    assert "?address=solange%40prevert.example" in html


def test_a_request_without_an_address_has_no_others(commercial, site):
    ask(email="", name="Ancienne", minutes=5)
    assert "others-section" not in html_of(commercial, ask(email=""))


def test_the_history_holds_nothing_about_the_visitor(commercial, quote_request):
    handling.set_state(quote_request.pk, "won", commercial.user)
    handling.add_note(quote_request, "Solange préfère le matin", commercial.user)
    kept = str(list(ModelLogEntry.objects.values()))
    assert quote_request.reference in kept
    assert "Solange" not in kept
    assert "Prévert" not in kept


def test_the_page_takes_as_many_queries_whatever_the_number_of_requests(commercial, site):
    here = ask(minutes=5)
    for minutes in (1, 9):
        ask(minutes=minutes)
    few = queries(commercial, page_of(here))
    for number in range(20):
        ask(minutes=number)
        handling.add_note(here, f"Note {number}", commercial.user)
        handling.star(here.pk, number % 2 == 0, commercial.user)
    assert queries(commercial, page_of(here)) == few
