"""Editors move what they may to another day, and are told what will happen."""

import re
from datetime import UTC, datetime

import pytest
from django.utils import timezone
from wagtail.models import Page

from editing import schedule
from tests.editor import form
from tests.planned import (
    CALENDAR,
    at,
    draft,
    in_review,
    local,
    move,
    planned_for,
    published,
    scheduled,
    wished,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def late_in_november(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 28, 12, tzinfo=UTC))


def test_a_scheduled_page_moved_to_another_day_keeps_its_hour(cheffe):
    page = scheduled()
    answer = move(cheffe, page, day=str(local(at(5)).date()))
    assert answer.status_code == 200
    assert answer.json()["url"].endswith(f"#entry-{page.pk}")
    moved = planned_for(page)
    assert local(moved).date() == local(at(5)).date()
    assert local(moved).hour == local(at(3)).hour


def test_a_draft_without_date_moved_to_a_day_gets_eight_o_clock(redactrice):
    page = draft(owner=redactrice.user)
    assert move(redactrice, page, day=str(local(at(5)).date())).status_code == 200
    assert f"{local(wished(page)):%Y-%m-%d %H:%M}" == f"{local(at(5)):%Y-%m-%d} 08:00"


@pytest.fixture
def before_the_clocks_go_back(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 10, 20, 12, tzinfo=UTC))


def test_what_is_moved_to_the_night_that_repeats_an_hour_can_still_be_saved(
    before_the_clocks_go_back, cheffe
):
    page = draft(owner=cheffe.user, when=datetime(2026, 10, 24, 0, 30, tzinfo=UTC))
    move(cheffe, page, day="2026-10-25")
    when = f"{local(wished(page)):%Y-%m-%d %H:%M}"
    assert when == "2026-10-25 03:30"
    saved = form(title=page.title, slug=page.slug, go_live_at=when)
    assert cheffe.post(f"/cms/pages/{page.pk}/edit/", saved).status_code == 302


def test_the_form_works_as_a_page_and_says_what_will_happen_with_a_way_back(cheffe):
    page = scheduled()
    back = f"{CALENDAR}?view=month&date={local(at(6)).date()}"
    shown = cheffe.get(f"{CALENDAR}{page.pk}/move/", {"next": back}).content.decode()
    assert f'value="{local(at(3)):%Y-%m-%dT%H:%M}"' in shown
    answer = cheffe.post(
        f"{CALENDAR}{page.pk}/move/",
        {"when": f"{local(at(6)):%Y-%m-%d}T09:30", "next": back},
        follow=True,
    )
    assert answer.redirect_chain[0][0] == f"{back}#entry-{page.pk}"
    assert f"{local(planned_for(page)):%d %H:%M}" == f"{local(at(6)):%d} 09:30"
    text = answer.content.decode()
    assert "09:30 (" in text
    undo = re.search(r'form="calendar-form" formaction="([^"]+)" name="when" value="([^"]+)"', text)
    cheffe.post(undo[1], {"when": undo[2]})
    assert planned_for(page) == at(3)


@pytest.mark.parametrize(
    ("view", "date", "day", "shown"),
    [
        ("month", "2026-11-02", "2026-11-30", "2026-11-02"),
        ("month", "2026-11-02", "2026-12-02", "2026-11-02"),  # in its last row
        ("month", "2026-11-02", "2026-12-07", "2026-12-07"),
        ("month", "2026-12-31", "2027-01-31", "2027-01-31"),
        ("week", "2026-11-29", "2026-11-30", "2026-11-30"),
        ("day", "2026-11-29", "2026-11-29", "2026-11-29"),
        ("day", "2028-02-28", "2028-02-29", "2028-02-29"),
        ("month", "9999-12-31", "2026-11-30", "2026-11-30"),
        ("month", "0001-01-01", "2026-11-30", "2026-11-30"),
    ],
)
def test_after_a_move_the_calendar_stays_or_goes_to_the_entrys_new_day(
    late_in_november, cheffe, view, date, day, shown
):
    page = scheduled()
    calendar = f"{CALENDAR}?view={view}&date={{}}&language=fr"
    url = move(cheffe, page, day=day, next=calendar.format(date)).json()["url"]
    assert url == f"{calendar.format(shown)}#entry-{page.pk}"
    cell = cheffe.get(url).content.decode().split(f'id="day-{day}"')[1].split('id="day-')[0]
    assert f'id="entry-{page.pk}"' in cell


def test_who_comes_from_nowhere_sees_this_month_or_that_of_the_entry(late_in_november, cheffe):
    page = scheduled()
    for day, shown in (("2026-11-30", ""), ("2026-12-31", "?date=2026-12-31")):
        assert move(cheffe, page, day=day).json()["url"] == f"{CALENDAR}{shown}#entry-{page.pk}"


def test_after_a_move_no_other_site_is_visited(cheffe):
    page = scheduled()
    for address in ("https://evil.example/", "/cms/pages/", "//evil.example"):
        answer = move(cheffe, page, day=str(local(at(5)).date()), next=address)
        assert answer.json()["url"].startswith(CALENDAR)


def test_a_past_or_missing_or_unreadable_moment_is_refused_with_a_sentence(cheffe):
    page = scheduled()
    for data in ({"day": "2020-01-01"}, {"when": "2020-01-01T08:00"}, {}, {"when": "demain"}):
        answer = move(cheffe, page, **data)
        assert answer.status_code == 422
        assert answer.json()["message"]
    assert planned_for(page) == at(3)


def test_a_refusal_is_shown_and_keeps_what_was_typed(cheffe, monkeypatch):
    def refuse(page, when, user):
        raise schedule.Refused("Le chapeau manque.")

    monkeypatch.setattr(schedule, "reschedule", refuse)
    page = scheduled()
    answer = move(cheffe, page, day=str(local(at(5)).date()))
    assert answer.status_code == 422
    assert answer.json() == {"message": "Le chapeau manque."}
    typed = f"{local(at(6)):%Y-%m-%d}T09:30"
    shown = cheffe.post(f"{CALENDAR}{page.pk}/move/", {"when": typed}).content.decode()
    assert "Le chapeau manque." in shown
    assert typed in shown


def test_what_the_schedule_forbids_is_forbidden(cheffe, monkeypatch):
    def forbid(page, when, user):
        raise schedule.PermissionDenied

    monkeypatch.setattr(schedule, "reschedule", forbid)
    answer = move(cheffe, scheduled(), day=str(local(at(5)).date()))
    assert answer.status_code == 403
    assert answer.json()["message"]


def control(client, page, day):
    answer = client.get(CALENDAR, {"view": "day", "date": str(day)}).content.decode()
    return f'data-move="{CALENDAR}{page.pk}/move/"' in answer


def test_who_may_not_publish_has_no_control_for_a_scheduled_page(redactrice, relecteur, cheffe):
    page = scheduled(owner=redactrice.user)
    day = local(at(3)).date()
    assert control(cheffe, page, day)
    for client in (redactrice, relecteur):
        assert not control(client, page, day)
        assert move(client, page, day=str(local(at(5)).date())).status_code == 403
    assert planned_for(page) == at(3)


def test_a_writer_moves_her_own_drafts_only(redactrice):
    mine, other = draft("À moi", owner=redactrice.user), draft("À une autre")
    today = timezone.localdate()
    assert control(redactrice, mine, today)
    assert not control(redactrice, other, today)
    assert move(redactrice, other, day=str(local(at(5)).date())).status_code == 403
    assert wished(other) is None


def test_a_text_in_review_is_moved_by_those_who_review_it(redactrice, relecteur):
    page = in_review(owner=redactrice.user, when=at(4))
    day = local(at(4)).date()
    assert control(relecteur, page, day)
    assert not control(redactrice, page, day)
    assert move(redactrice, page, day=str(local(at(5)).date())).status_code == 403


def test_a_page_locked_by_another_is_not_moved(redactrice, cheffe):
    page = draft(owner=redactrice.user)
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=cheffe.user)
    assert not control(redactrice, page, timezone.localdate())
    assert move(redactrice, page, day=str(local(at(5)).date())).status_code == 403


@pytest.mark.parametrize("kind", [published, None])
def test_published_and_missing_pages_are_not_moved(cheffe, kind):
    page = kind() if kind else Page(pk=987654)
    assert move(cheffe, page, day=str(local(at(5)).date())).status_code == 403
    assert cheffe.get(f"{CALENDAR}{page.pk}/move/").status_code == 302
