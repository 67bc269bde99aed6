"""A click on a day of the calendar begins an interview with that date."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import InterviewPage
from tests import factories
from tests.steps.planned import CALENDAR

pytestmark = pytest.mark.django_db


def begin(day, language="fr"):
    return reverse("calendar:begin", args=[factories.index(language).pk, str(day)])


def day(ahead):
    return timezone.localdate() + timedelta(days=ahead)


def shown(client, date, **query):
    return client.get(CALENDAR, {"view": "day", "date": str(date), **query}).content.decode()


def date_in(html):
    return re.search(r'name="go_live_at" value="([^"]*)"', html)[1]


def test_a_day_to_come_leads_to_a_new_interview_that_has_its_date(redactrice):
    assert begin(day(3)) in shown(redactrice, day(3))
    html = redactrice.get(begin(day(3))).content.decode()
    assert date_in(html) == f"{day(3)} 08:00"
    add = reverse(
        "wagtailadmin_pages:add", args=["articles", "interviewpage", factories.index().pk]
    )
    assert f'action="{add}"' in html  # from there on it is like any new interview


def test_looking_at_it_stores_nothing(redactrice):
    before = InterviewPage.objects.count()
    redactrice.get(begin(day(3)))
    assert InterviewPage.objects.count() == before


def test_today_gets_an_hour_that_is_still_to_come(redactrice):
    html = redactrice.get(begin(day(0))).content.decode()
    assert date_in(html) > f"{timezone.localtime():%Y-%m-%d %H:%M}"
    assert date_in(html).startswith(str(day(0)))


def test_a_past_day_offers_nothing_and_is_not_there(redactrice):
    assert "data-begin" not in shown(redactrice, day(-1))
    for wrong in (day(-1), "2026-11-31", "9999-12-31", "demain"):
        assert redactrice.get(begin(wrong)).status_code == 404


def test_the_language_of_the_filter_is_that_of_the_interview(cheffe):
    assert begin(day(1), "fr") in shown(cheffe, day(1))
    assert begin(day(1), "en") in shown(cheffe, day(1), language="en")


def test_who_may_not_write_there_is_offered_nothing_and_refused(relecteur, commercial, visiteur):
    assert "data-begin" not in shown(relecteur, day(1))
    for who in (relecteur, commercial):
        answer = who.get(begin(day(1)))
        assert (answer.status_code, answer.url) == (302, "/cms/")
    assert visiteur.get(begin(day(1))).url.startswith("/cms/login/")


def test_a_translator_begins_in_her_language_only(traductrice):
    assert begin(day(1), "fr") not in shown(traductrice, day(1))
    assert traductrice.get(begin(day(1), "fr")).status_code == 302
