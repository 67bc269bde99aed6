"""A page that was shown counts one view of its day, and nothing is known of who saw it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from django.db import connection, connections, transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from audience import counting
from audience.models import PageViews
from cyberworkers.outages import impatience
from tests import factories
from tests.steps.audience import FIREFOX, Statements, counted, tell

pytestmark = pytest.mark.django_db


@pytest.fixture
def interview(site):
    return factories.interview()


# What is counted


def test_each_view_adds_one_to_the_page_and_its_day(visiteur, interview):
    for _ in range(3):
        answer = tell(visiteur, str(interview.pk))
    assert (answer.status_code, answer.content) == (204, b"")
    row = PageViews.objects.get()
    assert (row.page_id, row.day, row.views) == (interview.pk, timezone.localdate(), 3)


def test_the_day_is_that_of_paris(visiteur, interview, monkeypatch):
    # Half past eleven in the evening in Greenwich, half past one of the next day in Paris.
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: late)
    tell(visiteur, str(interview.pk))
    assert PageViews.objects.get().day == date(2026, 7, 2)


def test_no_cookie_is_set_and_nothing_else_is_written(visiteur, interview):
    answer = tell(visiteur, str(interview.pk))
    assert not answer.cookies
    assert {field.name for field in PageViews._meta.fields} == {"id", "page", "day", "views"}


def test_an_ordinary_view_writes_with_one_statement(visiteur, interview):
    tell(visiteur, str(interview.pk))
    with connection.execute_wrapper(collect := Statements()):
        tell(visiteur, str(interview.pk))
    assert len(collect.of("UPDATE", "INSERT", "DELETE")) == 1
    assert len(collect.of("SELECT")) <= 2  # is it live, is it public


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_sixteen_views_at_once_are_sixteen(visiteur, interview, monkeypatch):
    monkeypatch.setattr(impatience, "PATIENCE", 15_000)

    def send(_):
        try:
            return tell(Client(), str(interview.pk)).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as people:
        assert set(people.map(send, range(16))) == {204}
    assert PageViews.objects.get().views == 16


# What is not


def test_drafts_private_and_unknown_pages_are_not_counted_nor_told_from_others(visiteur, interview):
    draft = factories.interview("Un brouillon", live=False)
    private = factories.interview("Un entretien privé")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    for page in (draft.pk, private.pk, 1, 999_999_999):
        assert tell(visiteur, str(page)).status_code == 204
    assert counted() == 0


@pytest.mark.parametrize(
    "agent",
    [
        None,
        "",
        " ",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 HeadlessChrome/140.0 Safari/537.36",
        "Mozilla/5.0 (compatible; YandexBot/3.0)",
        "python-requests/2.32 http",
        "Chrome-Lighthouse",
    ],
)
def test_machines_are_not_counted(visiteur, interview, agent):
    assert tell(visiteur, str(interview.pk), HTTP_USER_AGENT=agent).status_code == 204
    assert counted() == 0


@pytest.mark.parametrize(
    "agent",
    [
        FIREFOX,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 "
        "(KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Linux; Android 14; CUBOT KINGKONG 9) AppleWebKit/537.36 "
        "(KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
    ],
)
def test_people_s_browsers_are_counted(visiteur, interview, agent):
    tell(visiteur, str(interview.pk), HTTP_USER_AGENT=agent)
    assert counted() == 1


def test_who_is_signed_in_to_the_cms_is_not_counted(redactrice, interview):
    assert tell(redactrice, str(interview.pk)).status_code == 204
    assert counted() == 0


def test_who_asks_not_to_be_measured_is_not(visiteur, interview):
    tell(visiteur, str(interview.pk), HTTP_SEC_GPC="1")
    assert counted() == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_SEC_FETCH_SITE": "same-site"},
        {"HTTP_SEC_FETCH_SITE": "none"},
        {"HTTP_ORIGIN": "https://autre.example"},
        {"HTTP_ORIGIN": "http://testserver.autre.example"},
        {"HTTP_ORIGIN": "null"},
        {"HTTP_ORIGIN": None},
        {"HTTP_ORIGIN": None, "HTTP_SEC_FETCH_SITE": None},
    ],
)
def test_what_no_page_of_this_site_sends_is_not_counted(visiteur, interview, headers):
    assert tell(visiteur, str(interview.pk), **headers).status_code == 204
    assert counted() == 0


def test_over_plain_http_a_browser_sends_only_its_origin(visiteur, interview):
    tell(visiteur, str(interview.pk), HTTP_SEC_FETCH_SITE=None)
    assert counted() == 1


# What goes wrong


def test_a_flood_is_counted_up_to_a_bound(visiteur, interview, monkeypatch):
    monkeypatch.setattr(counting, "MOST_A_DAY", 5)
    for _ in range(9):
        assert tell(visiteur, str(interview.pk)).status_code == 204
    assert PageViews.objects.get().views == 5


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_busy_database_loses_the_view_soon_and_no_page(visiteur, interview):
    tell(visiteur, str(interview.pk))
    visiteur.get(interview.url)  # the first view of a site makes the row of its settings

    def read():
        try:
            beacon = tell(Client(), str(interview.pk)).status_code
            return beacon, Client().get(interview.url).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as other, transaction.atomic():
        PageViews.objects.update(views=7)  # and keeps the row, or all of SQLite, until the end
        assert other.submit(read).result(timeout=10) == (204, 200)
    assert PageViews.objects.get().views == 7


def test_sqlite_is_as_patient_as_before_with_all_that_follows(visiteur, interview):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL forgets it with the transaction.")

    def patience():
        with connection.cursor() as cursor:
            return cursor.execute("PRAGMA busy_timeout").fetchone()[0]

    before = patience()
    tell(visiteur, str(interview.pk))
    assert patience() == before == 20_000
