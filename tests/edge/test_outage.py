"""While the application or its database is down, readers read on, and nobody is deceived."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.edge.conftest import put
from tests.edge.upstream import SHARED

PAGE = "/entretiens/le-village/"


@pytest.fixture
def pages(edge):
    for language in ("fr", "en"):
        for name in ("away", "not-taken", "too-many", "too-large", "too-large-cms"):
            put(edge, f"static/errors/{name}.{language}.html", f"{name} {language}")


def grow_old():
    time.sleep(2.1)


def test_a_page_that_was_read_is_whole_when_the_application_is_gone(edge, application):
    text = "Le village. " * 20_000
    application.says(PAGE, text)
    edge.ask(PAGE)
    application.stop()
    grow_old()
    answer = edge.ask(PAGE)
    assert (answer.status, answer.text) == (200, text)
    assert edge.ask(PAGE, "HEAD").status == 200
    assert edge.ask(f"{PAGE}?utm_source=lettre").status == 200


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_it_is_whole_when_the_database_is_gone(edge, application, status):
    application.says(PAGE, "Le village")
    edge.ask(PAGE)
    application.says(PAGE, "error", status=status, Cache_Control="no-store")
    grow_old()
    answer = edge.ask(PAGE)
    assert (answer.status, answer.text) == (200, "Le village")


@pytest.mark.parametrize("status", [301, 302, 403, 404, 410])
def test_a_page_that_was_taken_away_before_does_not_come_back(edge, application, status):
    application.says(PAGE, "Le village")
    edge.ask(PAGE)
    application.says(PAGE, "gone", status=status, Content_Language="fr")
    grow_old()
    assert edge.ask(PAGE).status == status
    application.stop()
    grow_old()
    answer = edge.ask(PAGE)
    assert (answer.status, answer.text) == (status, "gone")


def test_a_page_that_nobody_read_says_that_it_will_come(edge, pages):
    for path, language in (("/a/", "fr"), ("/en/a/", "en"), ("/cms/", "fr")):
        answer = edge.ask(path)
        assert (answer.status, answer.text) == (503, f"away {language}")
        assert answer.headers["Retry-After"] == "60"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(("path", "language"), [("/devis/", "fr"), ("/en/quote/", "en")])
def test_a_form_is_told_that_it_was_not_taken(edge, pages, path, language):
    answer = edge.ask(path, "POST", "name=Solange")
    assert (answer.status, answer.text) == (503, f"not-taken {language}")


def test_a_form_is_sent_to_the_application_once(edge, application, pages):
    application.says("/devis/", "error", status=503, Cache_Control="no-store")
    assert edge.ask("/devis/", "POST", "name=Solange").text == "error"
    assert len(application.asked) == 1


def test_the_pages_have_no_address_of_their_own(edge, pages):
    assert edge.ask("/static/errors/away.fr.html").status == 404


def test_it_reads_on_as_soon_as_the_application_is_back(edge, application):
    application.says(PAGE, "before", **SHARED)
    edge.ask(PAGE)
    application.says(PAGE, "error", status=503, Cache_Control="no-store")
    grow_old()
    assert edge.ask(PAGE).text == "before"
    application.says(PAGE, "after", **SHARED)
    assert edge.ask(PAGE).text == "after"


def test_of_an_application_that_is_silent_a_few_find_out_and_the_others_do_not_wait(
    edge, application, pages
):
    application.says(PAGE, "Le village")
    edge.ask(PAGE)
    grow_old()
    application.pause = 8
    with ThreadPoolExecutor(12) as readers:
        answers = list(readers.map(lambda _: edge.ask(PAGE), range(12)))
    asked = len(application.asked)
    answers += [edge.ask(PAGE) for _ in range(50)]
    assert {(answer.status, answer.text) for answer in answers} == {(200, "Le village")}
    assert edge.ask("/nobody-read-it/").text == "away fr"
    assert len(application.asked) <= asked + 2  # who finds out whether it is back


def test_the_form_and_the_cms_are_asked_for_all_the_same(edge, application, pages):
    for path in (PAGE, "/devis/", "/cms/"):
        application.says(path, "here")
    application.pause = 6
    with ThreadPoolExecutor(12) as readers:
        answers = list(readers.map(lambda _: edge.ask(PAGE), range(12)))
    application.pause = 0
    assert {answer.status for answer in answers} == {503}
    assert edge.ask("/devis/", "POST", "name=Solange").text == "here"
    assert edge.ask("/cms/").text == "here"
