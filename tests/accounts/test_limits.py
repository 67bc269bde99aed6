"""Passwords cannot be guessed without end, and who has only mistyped gets in soon."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from editing.worker.jobs import run_daily
from tests import factories
from tests.conftest import PASSWORD, account

pytestmark = pytest.mark.django_db

WRONG = "faux"
LOGIN = "/cms/login/"
RESET = "/cms/password_reset/"


def log_in(username, password=WRONG, address="192.0.2.1"):
    values = {"username": username, "password": password}
    return Client().post(LOGIN, values, HTTP_X_FORWARDED_FOR=address)


def is_in(answer):
    return answer.status_code == 302


def fail(times, username="chef", address="192.0.2.1"):
    return [log_in(username, address=address).status_code for _ in range(times)]


def later(minutes):
    """Let ``minutes`` pass: what was noted is so much older."""
    for model in (AccessAttempt, AccessFailureLog):
        for row in model.objects.all():
            moment = row.attempt_time - timedelta(minutes=minutes)
            model.objects.filter(pk=row.pk).update(attempt_time=moment)


@pytest.fixture
def chief(site):
    return account("chef", None)


def test_after_ten_wrong_passwords_the_right_one_is_not_tried(chief):
    assert fail(10) == [200] * 9 + [429]
    assert not is_in(log_in("chef", PASSWORD))


def test_the_limit_is_the_accounts_from_wherever_it_is_tried(chief):
    for number in range(10):
        fail(1, address=f"192.0.2.{number}")
    assert log_in("chef", PASSWORD, "198.51.100.7").status_code == 429


def test_the_limit_is_the_addresses_whichever_account_it_tries(chief):
    for number in range(10):
        fail(1, username=f"personne-{number}")
    assert log_in("chef", PASSWORD).status_code == 429
    assert is_in(log_in("chef", PASSWORD, "198.51.100.7"))


def test_who_mistypes_nine_times_gets_in_and_begins_anew(chief):
    fail(9)
    assert is_in(log_in("chef", PASSWORD))
    assert fail(9) == [200] * 9


def test_who_is_locked_out_gets_in_after_ten_minutes_though_others_go_on(chief):
    fail(10)
    later(minutes=5)
    fail(5)
    later(minutes=6)
    assert is_in(log_in("chef", PASSWORD))


def test_nobody_keeps_an_owner_out_of_the_place_where_they_work(chief):
    log_in("chef", PASSWORD, "198.51.100.7")
    fail(10)
    assert is_in(log_in("chef", PASSWORD, "198.51.100.7"))


def test_who_is_locked_out_reads_in_french_what_to_do(chief):
    fail(10)
    answer = log_in("chef", PASSWORD)
    html = answer.content.decode()
    assert answer["Retry-After"] == "600"
    assert '<html lang="fr"' in html
    assert "Attendez 10\N{NO-BREAK SPACE}minutes" in html
    assert RESET in html


def test_the_other_door_has_the_same_limit(chief):
    for _ in range(10):
        Client().post("/_util/login/", {"username": "chef", "password": "faux"})
    answer = Client().post("/_util/login/", {"username": "chef", "password": PASSWORD})
    assert answer.status_code == 429


def test_each_failure_is_a_line_of_the_log_without_the_password(chief, caplog):
    log_in("chef", "secret-de-polichinelle")
    lines = [record.getMessage() for record in caplog.records]
    assert [line for line in lines if "'chef' from 192.0.2.1" in line]
    assert "polichinelle" not in caplog.text


def test_administrators_read_a_list_of_failures_and_nobody_else(chief, cheffe, client):
    fail(10)
    client.force_login(chief)
    html = client.get("/cms/reports/failed-logins/").content.decode()
    assert "192.0.2.1" in html
    assert "Mot de passe erroné, puis bloqué" in html
    assert "/cms/reports/failed-logins/" in client.get("/cms/").content.decode()
    assert cheffe.get("/cms/reports/failed-logins/").status_code == 302
    assert "failed-logins" not in cheffe.get("/cms/").content.decode()


def test_names_and_addresses_are_forgotten_after_a_month(chief):
    log_in("chef", PASSWORD)
    fail(3)
    AccessLog.objects.update(attempt_time=timezone.now() - timedelta(days=31))
    later(minutes=31 * 24 * 60)
    run_daily()
    assert not AccessFailureLog.objects.exists()
    assert not AccessAttempt.objects.exists()
    assert not AccessLog.objects.exists()


def test_an_account_gets_three_mails_for_a_new_password_within_an_hour(chief, mailoutbox):
    for number in range(5):
        answer = Client().post(
            RESET, {"email": chief.email}, HTTP_X_FORWARDED_FOR=f"192.0.2.{number}"
        )
        assert answer.status_code == 302
    assert len(mailoutbox) == 3
    later(minutes=61)
    Client().post(RESET, {"email": chief.email})
    assert len(mailoutbox) == 4


def test_an_address_asks_for_ten_new_passwords_within_an_hour(chief, mailoutbox):
    for number in range(10):
        Client().post(RESET, {"email": f"{number}@cyberworkers.example"})
    Client().post(RESET, {"email": chief.email})
    assert not mailoutbox
    assert AccessFailureLog.objects.filter(locked_out=True).count() == 1


def test_the_password_of_a_page_has_the_limit_of_an_address(site):
    page = factories.interview()
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="sésame"
    )
    address = f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"

    def enter(password, origin="192.0.2.1"):
        values = {"password": password, "return_url": page.url}
        return Client().post(address, values, HTTP_X_FORWARDED_FOR=origin).status_code

    assert [enter("faux") for _ in range(10)] == [200] * 9 + [429]
    assert enter("sésame") == 429
    assert enter("sésame", "198.51.100.7") == 302


def test_readers_get_no_cookie(visiteur):
    assert not visiteur.get("/").cookies
