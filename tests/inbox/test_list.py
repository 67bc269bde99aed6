"""The list of requests: what it shows first, how it is searched, filtered and kept quick."""

import pytest
from django.utils import timezone

from contact.inbox.list.counts import shown as shown_count
from contact.inbox.request import handling
from contact.models import QuoteRequest
from home.setup import roles
from tests.conftest import account
from tests.steps.inbox import LIST, ask, page_of, shown

pytestmark = pytest.mark.django_db

STATES = ["new", "in_progress", "answered", "won", "lost", "spam"]


@pytest.fixture
def one_of_each(site):
    return [ask(state.title(), state=state, minutes=n) for n, state in enumerate(STATES)]


# Tabs


def test_the_list_opens_with_what_is_to_be_handled_the_newest_first(commercial, one_of_each):
    ask("Récente", minutes=-1)
    assert shown(commercial) == ["Récente", "New", "In_Progress"]


@pytest.mark.parametrize("state", STATES)
def test_each_state_has_its_tab(commercial, one_of_each, state):
    assert shown(commercial, state=state) == [state.title()]


def test_all_leaves_spam_to_its_own_tab(commercial, one_of_each):
    assert shown(commercial, state="all") == [state.title() for state in STATES[:-1]]


def test_tabs_count_what_waits_and_spam_up_to_99(commercial, one_of_each):
    tabs = {tab["label"]: tab["count"] for tab in commercial.get(LIST).context["tabs"]}
    assert list(tabs.values()) == ["", "1", "1", "", "", "", "", "1"]
    assert [shown_count(number) for number in (0, 99, 100, 5_000)] == ["0", "99", "99+", "99+"]


def test_a_tab_keeps_the_search_and_the_filters(commercial, one_of_each):
    answer = commercial.get(LIST, {"q": "prévert", "language": "fr", "p": "1", "state": "won"})
    spam = list(answer.context["tabs"])[-1]
    assert spam["url"] == f"{LIST}?q=pr%C3%A9vert&language=fr&state=spam"
    assert [tab["is_current"] for tab in answer.context["tabs"]].count(True) == 1


# Search and filters


def test_a_search_looks_into_all_answers_and_also_into_what_is_done(commercial, site):
    ask("Nouvelle", text="Une véranda à rénover")
    ask("Gagnée", text="Une VERANDA neuve", state="won", minutes=1)
    ask("Indésirable", text="véranda", state="spam", minutes=2)
    assert shown(commercial, q="veranda") == ["Nouvelle", "Gagnée"]
    assert shown(commercial, q="véranda", state="spam") == ["Indésirable"]
    assert shown(commercial, q="véranda", state="open") == ["Nouvelle"]
    assert shown(commercial, q="balcon") == []


OPEN = ["New", "In_Progress"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"', []),
        ("\x00", OPEN),
        ("   ", OPEN),
        ("'&|!:*", []),
        ("x" * 5_000, []),
        ("😀", []),
    ],
)
def test_no_search_breaks_the_list(commercial, one_of_each, text, found):
    answer = commercial.get(LIST, {"q": text})
    assert answer.status_code == 200
    assert [one.name for one in answer.context["object_list"]] == found
    html = answer.content.decode()
    assert all(page_of(one) in html for one in answer.context["object_list"])
    assert ("Aucune demande ne correspond" in html) == (not found)


def test_a_search_of_very_many_words_finds_what_has_them(commercial, one_of_each):
    assert "Answered" in shown(commercial, q="a " * 2_500)


def test_the_filters_narrow_the_list_down(commercial, site):
    colleague = account("yann", roles.SALES)
    ask("La mienne", assignee=commercial.user)
    ask("La sienne", assignee=colleague, minutes=1)
    ask("Étoilée", starred=True, minutes=2)
    ask("Anglaise", language="en", minutes=3)
    ask("Ancienne", minutes=60 * 24 * 40, email="Ancienne@Exemple.example")
    handling.mark_read(ask("Lue", minutes=4), commercial.user)
    english = ask("Autre page", language="en", minutes=5).page_id
    assert shown(commercial, assignee="me") == ["La mienne"]
    assert shown(commercial, assignee=colleague.pk) == ["La sienne"]
    nobody = shown(commercial, assignee="nobody")
    assert nobody == ["Étoilée", "Anglaise", "Lue", "Autre page", "Ancienne"]
    assert shown(commercial, marks="starred") == ["Étoilée"]
    assert "Lue" not in shown(commercial, marks="unread")
    assert len(shown(commercial, marks="unread")) == 6
    assert shown(commercial, language="en") == ["Anglaise", "Autre page"]
    assert shown(commercial, page=english) == ["Anglaise", "Autre page"]
    assert shown(commercial, address="ancienne@exemple.example") == ["Ancienne"]
    day = timezone.localdate(QuoteRequest.objects.get(name="Ancienne").submit_time)
    assert shown(commercial, submit_time_to=day) == ["Ancienne"]


def test_who_may_be_assigned_is_who_may_handle_requests(commercial, redactrice):
    html = commercial.get(LIST).content.decode()
    assert f'name="assignee" value="{commercial.user.pk}"' in html
    assert f'name="assignee" value="{redactrice.user.pk}"' not in html


@pytest.mark.parametrize(
    "query",
    [
        {"state": "nonsense"},
        {"assignee": "999999999999999999999999"},
        {"assignee": "'"},
        {"page": "-1"},
        {"marks": "all"},
        {"submit_time_from": "hier"},
        {"submit_time_from": "0001-01-01"},
        {"submit_time_to": "9999-12-31"},
        {"language": "de"},
        {"p": "abc"},
        {"p": "999999999999"},
        {"ordering": "name"},
        {"ordering": "search_text"},
        {"address": "x" * 5_000},
        {"address": "\x00"},
    ],
)
def test_a_forged_filter_shows_a_list(commercial, one_of_each, query):
    for address_of_list in (LIST, LIST + "results/"):
        answer = commercial.get(address_of_list, query)
        assert answer.status_code == 200
        assert [one.name for one in answer.context["object_list"]] == OPEN
        html = answer.content.decode()
        assert all(page_of(one) in html for one in answer.context["object_list"])
