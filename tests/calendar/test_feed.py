"""A secret link shows the calendar in other programmes, as long as its owner wants it to."""

import re
from datetime import UTC, datetime

import pytest
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from articles.calendar import ical
from articles.calendar.feed import address
from articles.calendar.models import CalendarFeed, new_token
from tests.steps.planned import at, draft, in_review, make_late, published, scheduled

pytestmark = pytest.mark.django_db


def link(client):
    """Make a new link for the person; return its path."""
    client.post("/cms/calendar/feed/")
    return address(CalendarFeed.objects.get(user=client.user)).removeprefix("http://testserver")


def events(client, path):
    """Return the events as dictionaries, unfolded."""
    content = client.get(path).content.decode().replace("\r\n ", "")
    return [
        dict(line.split(":", 1) for line in event.strip().split("\r\n"))
        for event in re.findall(r"BEGIN:VEVENT(.*?)END:VEVENT", content, re.DOTALL)
    ]


def event(client, path, title):
    return next(one for one in events(client, path) if title in one["SUMMARY"])


def test_the_link_shows_what_is_published_scheduled_and_in_review_with_a_date(cheffe, visiteur):
    published("Déjà paru", when=at(-1))
    page = scheduled("Bientôt", when=at(3))
    in_review("À relire", owner=cheffe.user, when=at(4))
    in_review("À relire sans date", owner=cheffe.user)
    draft("Brouillon", when=at(5))
    published("Trop ancien", when=at(-120))
    path = link(cheffe)
    titles = " ".join(one["SUMMARY"] for one in events(visiteur, path))
    for title in ("Déjà paru", "Bientôt", "À relire (fr)"):
        assert title in titles
    for title in ("sans date", "Brouillon", "Trop ancien"):
        assert title not in titles
    soon = event(visiteur, path, "Bientôt")
    assert soon["UID"] == f"{page.pk}@testserver"
    assert soon["DTSTART"] == f"{at(3).astimezone(UTC):%Y%m%dT%H%M%SZ}"
    assert soon["URL"] == f"http://testserver/cms/pages/{page.pk}/edit/"
    assert soon["STATUS"] == "CONFIRMED"
    assert event(visiteur, path, "À relire")["STATUS"] == "TENTATIVE"


def test_an_event_keeps_its_identity_when_the_page_is_published(cheffe, visiteur):
    page, path = scheduled("Bientôt"), link(cheffe)
    before = event(visiteur, path, "Bientôt")["UID"]
    Page.objects.filter(pk=page.pk).update(live=True, first_published_at=timezone.now())
    Page.objects.get(pk=page.pk).revisions.update(approved_go_live_at=None)
    assert event(visiteur, path, "Bientôt")["UID"] == before


def test_late_is_said(cheffe, visiteur):
    make_late(scheduled("Oublié"), at(-1))
    path = link(cheffe)
    assert len(event(visiteur, path, "Oublié")["SUMMARY"].split(" – ")) == 3


def test_the_file_is_what_the_standard_asks_for(cheffe, visiteur):
    scheduled("Fibre ; cuivre, et \\ le reste : " + "é" * 90)
    answer = visiteur.get(link(cheffe))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    lines = answer.content.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    for line in lines:
        line.decode()  # no character is cut
    unfolded = answer.content.replace(b"\r\n ", b"").decode()
    assert "Fibre\u202f\\; cuivre\\, et \\\\ le reste\u00a0: " + "é" * 90 in unfolded
    for name in ("VERSION:2.0", "PRODID:", "UID:", "DTSTAMP:"):
        assert f"\r\n{name}" in unfolded


def test_control_characters_cannot_add_a_line():
    assert ical.text("un\r\nDTSTART:x\x00\ttab\x0b") == "un\\nDTSTART:x\ttab"
    assert ical.moment(datetime(2026, 3, 1, 7, tzinfo=UTC)) == "20260301T070000Z"


def test_it_is_neither_indexed_nor_cached(cheffe, visiteur):
    answer = visiteur.get(link(cheffe))
    assert "noindex" in answer["X-Robots-Tag"]
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies


def test_the_token_cannot_be_guessed():
    assert len({new_token() for _ in range(100)}) == 100
    assert len(new_token()) >= 43  # 256 bits, six in a character


def test_renewing_and_revoking_end_a_link(cheffe, visiteur):
    first = link(cheffe)
    second = link(cheffe)
    assert first != second
    assert visiteur.get(first).status_code == 404
    assert visiteur.get(second).status_code == 200
    assert second in cheffe.get("/cms/calendar/").content.decode()
    cheffe.post("/cms/calendar/feed/", {"revoke": "yes"})
    assert visiteur.get(second).status_code == 404
    assert second not in cheffe.get("/cms/calendar/").content.decode()


@pytest.mark.parametrize(
    "change", [lambda t: t[:-1] + ("A" if t[-1] != "A" else "B"), str.swapcase]
)
def test_a_wrong_token_is_not_found(cheffe, visiteur, change):
    path = link(cheffe)
    token = CalendarFeed.objects.get().token
    assert visiteur.get(path.replace(token, change(token))).status_code == 404
    assert visiteur.get("/calendar/.ics").status_code == 404


def test_a_closed_account_and_one_without_the_role_have_no_link(cheffe, visiteur):
    path = link(cheffe)
    cheffe.user.is_active = False
    cheffe.user.save()
    assert visiteur.get(path).status_code == 404
    cheffe.user.is_active = True
    cheffe.user.save()
    assert visiteur.get(path).status_code == 200
    cheffe.user.groups.clear()
    assert visiteur.get(path).status_code == 404


def test_it_shows_only_what_its_owner_may_see(redactrice, visiteur):
    scheduled("À voir")
    path = link(redactrice)
    assert event(visiteur, path, "À voir")
    elsewhere = Page.objects.get(depth=2, locale__language_code="en")
    GroupPagePermission.objects.filter(group__user=redactrice.user).update(page=elsewhere)
    assert not [one for one in events(visiteur, path) if "À voir" in one["SUMMARY"]]


def test_who_may_not_see_the_calendar_gets_no_link(commercial):
    commercial.post("/cms/calendar/feed/")
    assert not CalendarFeed.objects.exists()


def test_a_link_is_made_by_a_post_only(cheffe):
    assert cheffe.get("/cms/calendar/feed/").status_code == 405
    assert not CalendarFeed.objects.exists()
    assert cheffe.post(link(cheffe)).status_code == 405
