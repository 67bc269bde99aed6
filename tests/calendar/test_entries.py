"""Editors see what is published and planned, and what has no date."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from articles.calendar.dates import on_day, span
from articles.models import InterviewPage, InterviewTopic
from tests import factories
from tests.steps.planned import (
    CALENDAR,
    at,
    draft,
    in_review,
    local,
    make_late,
    move,
    planned_for,
    published,
    scheduled,
    seen,
)

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year  # the calendar leads ten years from it


def test_each_state_stands_on_its_day_with_its_hour_language_and_word(cheffe):
    when = at(3)
    published(when=at(3, 5))
    scheduled(when=when)
    in_review(owner=cheffe.user, when=at(3, 10))
    draft(owner=cheffe.user, when=at(3, 11))
    text = seen(cheffe, local(when).date())
    hours = [f"{local(at(3, hour)):%H:%M} FR" for hour in (5, 9, 10, 11)]
    assert [text.index(hour) for hour in hours] == sorted(text.index(hour) for hour in hours)
    for title in ("Un entretien publié", "Un entretien programmé", "Un texte relu", "Un brouillon"):
        assert title in text
    assert "Relecture Un texte relu" in text


def test_what_has_no_date_waits_in_the_lane_and_nowhere_else(cheffe):
    draft("Le maire attend")
    in_review("La maire attend", owner=cheffe.user)
    days, lane = cheffe.get(CALENDAR).content.decode().split('id="calendar-lane-title"')
    for title in ("Le maire attend", "La maire attend"):
        assert title in lane
        assert title not in days


def test_an_entry_links_to_the_editor(cheffe):
    page = scheduled()
    answer = cheffe.get(CALENDAR, {"view": "week", "date": str(local(at(3)).date())})
    assert f'href="/cms/pages/{page.pk}/edit/"' in answer.content.decode()


def test_a_live_page_with_a_planned_update_stands_on_both_days(cheffe):
    page = published(when=at(-1))
    page.refresh_from_db()
    page.save_revision().publish()
    page.refresh_from_db()
    page.go_live_at = at(2)
    page.save_revision().publish()
    assert "Un entretien publié" in seen(cheffe, local(at(-1)).date())
    assert "Un entretien publié" in seen(cheffe, local(at(2)).date())


def test_the_date_of_an_earlier_publication_is_not_a_plan(cheffe):
    page = published(when=at(-3))
    InterviewPage.objects.filter(pk=page.pk).update(last_published_at=at(-3))
    page.go_live_at = at(-3, 6)
    page.title = "Corrigé depuis"
    page.save_revision()
    assert "Corrigé depuis" in seen(cheffe, local(at(-3)).date())
    entries = cheffe.get(CALENDAR, {"view": "day", "date": str(local(at(-3)).date())})
    assert entries.content.decode().count("Corrigé depuis") == 1


def test_late_is_said_of_what_should_be_out(cheffe):
    page = scheduled(when=at(1))

    def is_late(day):
        answer = cheffe.get(CALENDAR, {"view": "day", "date": str(local(day).date())})
        entry = answer.content.decode().split(f'id="entry-{page.pk}"')[1]
        return "calendar-state--late" in entry.split("</p>")[0]

    assert not is_late(at(1))
    make_late(page, at(-1))
    assert is_late(at(-1))


@pytest.mark.parametrize(
    ("view", "day"),
    [("", ""), ("year", f"{YEAR}-11-01"), ("month", "2026-11-31"), ("week", "31/12/2026")]
    + [("day", "9" * 5000), ("month", "x' OR 1=1"), ("month", "2026-11-01\x00")],
)
def test_bad_input_shows_this_month_or_today(cheffe, view, day):
    assert span(view, day).day in (timezone.localdate(), date(YEAR, 11, 1))
    junk = {"topic": day, "person": [day, "é"], "language": view, "lane": day, "next": "http://["}
    answer = cheffe.get(CALENDAR, {"view": view, "date": day, **junk})
    assert answer.status_code == 200


def test_weeks_begin_on_monday_and_months_follow_each_other():
    november = span("month", "2026-11-30")
    assert november.days[0] == date(2026, 10, 26)
    assert november.days[-1] == date(2026, 12, 6)
    assert (november.previous, november.next) == (date(2026, 10, 1), date(2026, 12, 1))
    assert span("week", "2026-11-01").days[0] == date(2026, 10, 26)
    assert span("week", "2026-11-01").next == date(2026, 11, 8)
    assert span("day", "2026-11-01").previous == date(2026, 10, 31)


def test_the_hour_is_kept_over_the_change_of_the_clocks():
    summer = datetime(2026, 10, 24, 6, tzinfo=UTC)
    assert local(on_day(summer, date(2026, 10, 26))).hour == local(summer).hour == 8
    skipped = on_day(datetime(2026, 3, 20, 1, 30, tzinfo=UTC), date(2026, 3, 29))
    assert local(skipped).hour == 3
    twice = on_day(datetime(2026, 10, 20, 0, 30, tzinfo=UTC), date(2026, 10, 25))
    assert f"{local(twice):%H:%M %z}" == "03:30 +0100"
    # From the second of the two hours.
    assert local(on_day(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), date(2026, 10, 26))).hour == 2
    assert local(on_day(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), date(2027, 3, 28))).hour == 3


def test_a_crowded_day_says_how_many_more_there_are(cheffe):
    for number in range(7):
        scheduled(f"Entretien {number}", when=at(3))
    day = local(at(3)).date()
    answer = cheffe.get(CALENDAR, {"view": "month", "date": str(day)}).content.decode()
    cell = answer.split(f'id="day-{day}"')[1].split('id="day-')[0]
    assert cell.count("calendar-entry__title") == 4
    assert "+ 3 " in cell
    assert f"view=week&amp;date={day}" in cell
    week = cheffe.get(CALENDAR, {"view": "week", "date": str(day)}).content.decode()
    assert week.count("data-move") == 7


# Filters.


def test_filters_narrow_days_and_lane(cheffe):
    copper = factories.topic("Cuivre", "cuivre")
    doctor = factories.person("Jeanne Vidal", "jeanne-vidal")
    ours = draft("À propos du cuivre")
    ours.topic_links = [InterviewTopic(topic=copper, locale=ours.locale)]
    ours.save_revision()  # only the draft knows its new topic
    old = published("Le cuivre d’hier", when=at(0, 10))
    InterviewTopic.objects.filter(page=old).update(topic=copper)
    draft("À propos de fibre")
    published("La fibre d’hier", when=at(0, 10))
    text = seen(cheffe, topic=str(copper.translation_key))
    assert "À propos du cuivre" in text
    assert "Le cuivre d’hier" in text
    assert "fibre" not in text
    helene = factories.person()
    assert "À propos de fibre" in seen(cheffe, person=str(helene.translation_key))
    assert "propos" not in seen(cheffe, person=str(doctor.translation_key))


def test_the_language_filter(cheffe):
    published("French text", when=at(0, 10))
    published("English text", when=at(0, 10), language="en")
    assert "French text" not in seen(cheffe, language="en")
    assert "English text" in seen(cheffe, language="en")


def test_a_page_without_revision_is_filtered_by_its_tables(cheffe):
    factories.interview("Importé", live=False)
    fibre = factories.topic()
    assert "Importé" in seen(cheffe, topic=str(fibre.translation_key))
    other = factories.topic("Cuivre", "cuivre")
    assert "Importé" not in seen(cheffe, topic=str(other.translation_key))


# Who may look.


@pytest.mark.parametrize("who", ["redactrice", "relecteur", "cheffe"])
def test_editors_of_pages_see_it(who, request):
    client = request.getfixturevalue(who)
    scheduled()
    assert "Un entretien programmé" in seen(client, local(at(3)).date())
    assert CALENDAR in client.get("/cms/").content.decode()


def test_a_translator_sees_what_is_translated(traductrice):
    scheduled()
    scheduled("A scheduled interview", language="en")
    text = seen(traductrice, local(at(3)).date())
    assert "A scheduled interview" in text
    assert "Un entretien programmé" not in text


def test_who_handles_requests_does_not(commercial):
    page = scheduled()
    assert commercial.get(CALENDAR).status_code == 302
    assert CALENDAR not in commercial.get("/cms/").content.decode()
    assert commercial.get(f"{CALENDAR}{page.pk}/move/").status_code == 302
    assert move(commercial, page, when="2199-01-01T08:00").status_code == 403
    assert planned_for(page) == at(3)


def test_a_visitor_is_asked_for_an_account(visiteur):
    assert visiteur.get(CALENDAR)["Location"].startswith("/cms/login/")


def test_titles_are_escaped(cheffe):
    draft('<script>alert("x")</script>')
    answer = cheffe.get(CALENDAR).content.decode()
    assert "<script>alert(" not in answer
