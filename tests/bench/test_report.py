"""What `make bench` says: tables, and whether a promise is held."""

import pytest

from tests.bench import inside, outside, promises, report, searches
from tests.bench.pages import PAGES
from tests.bench.promises import Promise
from tests.bench.table import markdown, shown


def figures(cpu=10.0, queries=8, sql=1.0, status=200):
    return {"cpu": cpu, "queries": queries, "sql": sql, "size": 25_600, "status": status}


FLOORS = {
    inside.CONSTANT: figures(0.05, 0),
    inside.BARE: figures(5.0, 4),
    inside.FORM_FLOOR: figures(3.0, 1),
}


def pages(**changes):
    """Return figures for every page of the table, from the store too."""
    found = {}
    for page in PAGES:
        found[page.name, False] = figures(status=page.status, **changes)
        if page.stored:
            found[page.name, True] = figures(cpu=0.01, queries=1, status=page.status)
    return found


def claims(made):
    return {one.claim: one for one in made}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"), (12_345, "12,345"), (428.4, "428"), (17.04, "17.0"), (0.051, "0.05"),
        (0.0, "0.00"), ("a word", "a word"),
    ],
)  # fmt: skip
def test_a_figure_has_as_many_digits_as_mean_something(value, text):
    assert shown(value) == text


def test_a_table_is_markdown():
    assert markdown(["page", "ms"], [("home", 1.5), ("feed", None)]) == (
        "| page | ms |\n| --- | ---: |\n| home | 1.50 |\n| feed | – |\n"
    )


@pytest.mark.parametrize(
    ("promise", "target", "held"),
    [
        (Promise("", 0.4, least=0.4), "≥ 0.4", True),
        (Promise("", 0.39, least=0.4), "≥ 0.4", False),
        (Promise("", 8, most=8), "≤ 8", True),
        (Promise("", 9, most=8), "≤ 8", False),
        (Promise("", None, most=0.1, unit=" ms"), "≤ 0.1 ms", None),
    ],
)
def test_a_promise_is_held_not_held_or_not_measured(promise, target, held):
    assert (promise.target, promise.held) == (target, held)


def test_the_speed_of_a_page_is_the_floor_s_time_over_its_own():
    made = claims(promises.of_pages(16, FLOORS, pages(cpu=10.0)))
    home = made["home, 16 interviews: of the bare Wagtail page's speed"]
    interview = made["interview, 16 interviews: of the bare Wagtail page's speed"]
    form = made["quote form, accepted, 16 interviews: of the plain form's speed"]
    assert (home.figure, interview.figure, form.figure) == (0.5, 0.5, 0.3)
    assert all(one.held for one in (home, interview, form))


def test_an_answer_that_was_made_again_breaks_the_promise_of_a_304():
    found = pages()
    found["feed, 304", True] = figures(cpu=400.0, status=304)
    made = claims(promises.of_pages(16, FLOORS, found))
    assert made["feed, 304, 16 interviews: CPU"].held is False
    assert made["page, 304, 16 interviews: CPU"].held is True


def test_growth_compares_ten_thousand_with_a_hundred():
    made = claims(promises.of_growth({100: pages(cpu=10.0), 10_000: pages(cpu=13.0, queries=9)}))
    assert made["home, 10,000 beside 100 interviews: CPU"].held is False
    assert made["search, 10,000 beside 100 interviews: CPU"].held is True
    assert made["home, 10,000 beside 100 interviews: SQL queries"].target == "≤ 8"
    assert made["home, 10,000 beside 100 interviews: SQL queries"].held is False


def searched(median, last, queries=7):
    return {"cpu": dict(zip(searches.SHARES, (median, last), strict=True)), "queries": queries}


def test_searches_are_compared_at_the_median_and_at_the_slow_end():
    made = claims(promises.of_searches({100: searched(10, 20), 10_000: searched(15, 31, 9)}))
    many = "searches of many kinds, 10,000"
    assert made[f"{many} beside 100 interviews, median: CPU"].held is True
    assert made[f"{many} beside 100 interviews, 95th percentile: CPU"].held is False
    assert made[f"{many} interviews: SQL queries"].held is False


def test_growth_needs_both_sizes():
    assert list(promises.of_growth({16: pages(), 10_000: pages()})) == []


def test_the_stored_interview_is_compared_with_two_servers():
    served = {
        outside.GUNICORN: {"rate": 2_000.0},
        outside.ANSWER: {"rate": 10_000.0},
        outside.STORED: {"rate": 5_900.0},
    }
    of_view, of_answer, behind = promises.of_servers(served)
    assert (of_view.figure, of_view.held) == (2.95, False)
    assert (of_answer.figure, of_answer.held) == (0.59, False)
    assert behind.held is None


def test_memory_is_compared_with_what_it_was_when_all_was_loaded():
    made = claims(promises.of_processes([(29.0, 35.0), (7.0, 13.0)], (2_000, 60.0, 100.0, 104.0)))
    first, second, memory = made.values()
    assert (first.held, second.held) == (True, False)
    assert (memory.figure, memory.held) == (1.04, True)


def test_an_answer_of_another_kind_is_named_in_the_table():
    found = pages()
    found["home", False]["status"] = 500
    lines = report.of_pages(FLOORS, found).splitlines()
    assert lines[2].startswith("| home | 500, not 200 | 25 | 10.0 | 0.50 | 8 | 1.00 | 0.01 |")
    assert len(lines) == 2 + len(PAGES)
