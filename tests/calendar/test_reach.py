"""The calendar leads ten years back, or to the first publication, and ten years ahead."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from tests.steps.planned import (
    CALENDAR,
    at,
    draft,
    move,
    planned_for,
    published,
    scheduled,
    seen,
    wished,
)

pytestmark = pytest.mark.django_db

VIEWS = ("month", "week", "day")


@pytest.fixture
def year():
    return timezone.localdate().year


def shown(client, view, day):
    return client.get(CALENDAR, {"view": view, "date": day})


def leads(answer):
    """Return the addresses of "previous" and "next", empty without a link."""
    return answer.context["previous_url"], answer.context["next_url"]


@pytest.mark.parametrize("view", VIEWS)
def test_the_first_day_leads_on_and_not_back(cheffe, year, view):
    answer = shown(cheffe, view, f"{year - 10}-01-01")
    assert answer.status_code == 200
    back, on = leads(answer)
    assert not back
    assert cheffe.get(on).status_code == 200
    text = answer.content.decode()
    assert 'href=""' not in text
    assert "Précédent" not in text.split('id="calendar-form"')[0]
    assert "Suivant" in text.split('id="calendar-form"')[0]


@pytest.mark.parametrize("view", VIEWS)
def test_the_last_day_leads_back_and_not_on(cheffe, year, view):
    answer = shown(cheffe, view, f"{year + 10}-12-31")
    assert answer.status_code == 200
    back, on = leads(answer)
    assert not on
    assert cheffe.get(back).status_code == 200
    assert "Suivant" not in answer.content.decode().split('id="calendar-form"')[0]


@pytest.mark.parametrize("view", VIEWS)
def test_beyond_it_the_cms_says_that_there_is_nothing(cheffe, year, view):
    for day in (f"{year - 11}-12-31", f"{year + 11}-01-01", "0001-01-01", "9999-12-31"):
        answer = shown(cheffe, view, day)
        assert answer.status_code == 404
        assert "wagtailadmin/404.html" in [template.name for template in answer.templates]


def test_an_older_magazine_is_shown_from_its_first_year(cheffe, year):
    published("Le tout premier", when=datetime(1999, 3, 4, 8, tzinfo=UTC))
    assert "Le tout premier" in seen(cheffe, "1999-03-04")
    assert leads(shown(cheffe, "month", "1999-01-01"))[0] == ""
    assert shown(cheffe, "day", "1998-12-31").status_code == 404


def test_a_crowd_beyond_the_reach_is_counted_without_a_link(cheffe, year):
    for number in range(6):
        scheduled(f"Entretien {number}", when=datetime(year + 11, 1, 1, 8 + number, tzinfo=UTC))
    text = shown(cheffe, "month", f"{year + 10}-12-01").content.decode()
    assert f"date={year + 11}-" not in text


@pytest.mark.parametrize("field", ["day", "when"])
def test_nothing_is_moved_out_of_reach(cheffe, year, field):
    hour = "T08:00" if field == "when" else ""
    page = scheduled()
    before = planned_for(page)
    for day in (f"{year + 11}-01-01", "9999-12-31", "0001-01-01"):
        answer = move(cheffe, page, **{field: day + hour})
        assert answer.status_code == 422
        assert answer.json()["message"]
    assert move(cheffe, page, when="9999-12-31T23:59:59+00:00").status_code == 422
    assert move(cheffe, page, when="0001-01-01T00:00:00+14:00").status_code == 422
    assert planned_for(page) == before
    last = f"{year + 10}-12-31"
    assert cheffe.get(move(cheffe, page, **{field: last + hour}).json()["url"]).status_code == 200
    assert f"{timezone.localtime(planned_for(page)):%Y-%m-%d}" == last


def test_a_draft_at_midnight_is_not_moved_to_the_year_one(cheffe):
    page = draft(when=at(1, hour=0))
    assert move(cheffe, page, day="0001-01-01").status_code == 422
    assert wished(page) == at(1, hour=0)


def test_a_page_with_an_impossible_number_is_not_there(cheffe):
    answer = cheffe.get(f"{CALENDAR}99999999999999999999/move/")
    assert answer.status_code == 302
