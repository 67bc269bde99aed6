"""What nginx keeps: what the application lets caches share, for as long as it says."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.edge.upstream import SHARED

PAGE = "/entretiens/le-village/"


def test_a_shared_page_is_asked_for_once(edge, application):
    application.says(PAGE, "Le village")
    assert [edge.ask(PAGE).text for _ in range(3)] == ["Le village"] * 3
    assert len(application.asked) == 1


def test_head_comes_from_the_same_place(edge, application):
    application.says(PAGE, "Le village")
    edge.ask(PAGE)
    answer = edge.ask(PAGE, "HEAD")
    assert (answer.status, answer.text, answer.headers["Content-Length"]) == (200, "", "10")
    assert len(application.asked) == 1


def test_after_its_time_it_is_asked_for_with_its_etag_and_never_shown_old(edge, application):
    application.says(PAGE, "alt", **SHARED, ETag='"1"')
    edge.ask(PAGE)
    time.sleep(2.1)
    assert edge.ask(PAGE).text == "alt"
    assert application.asked[1][2]["If-None-Match"] == '"1"'
    application.says(PAGE, "neu", **SHARED, ETag='"2"')
    time.sleep(2.1)
    assert edge.ask(PAGE).text == "neu"  # the first to come, too


def test_a_browser_that_has_it_gets_304(edge, application):
    application.says(PAGE, **SHARED, ETag='"1"')
    assert edge.ask(PAGE).headers["ETag"] == '"1"'
    answer = edge.ask(PAGE, If_None_Match='"1"')
    assert (answer.status, answer.text, answer.headers["ETag"]) == (304, "", '"1"')
    assert len(application.asked) == 1


def test_what_the_application_says_to_browsers_arrives_unchanged(edge, application):
    headers = SHARED | {"Content-Security-Policy": "default-src 'none'", "X-Frame-Options": "DENY"}
    application.answers[PAGE] = 200, headers, "page"
    for _ in range(2):
        answer = edge.ask(PAGE)
        for name, value in headers.items():
            assert answer.headers.get_all(name) == [value]


@pytest.mark.parametrize(
    "headers",
    [
        {"Cache_Control": "private, no-cache"},
        {"Cache_Control": "no-store"},
        {"Cache_Control": "public, max-age=0"},
        {"Content_Language": "fr"},
        SHARED | {"Set_Cookie": "csrftoken=1"},
        SHARED | {"Vary": "Accept-Encoding, Cookie"},
        SHARED | {"Vary": "Accept-Language"},
    ],
)
def test_what_is_not_for_all_is_not_kept(edge, application, headers):
    application.says(PAGE, **headers)
    edge.ask(PAGE)
    edge.ask(PAGE)
    assert len(application.asked) == 2


@pytest.mark.parametrize(
    "path",
    ["/devis/", "/devis/merci/A1/", "/en/quote/", "/cms/", "/documents/1/a.pdf", "/healthz/ready/"],
)
def test_the_form_the_cms_and_the_health_addresses_are_never_kept(edge, application, path):
    application.says(path)
    edge.ask(path)
    edge.ask(path)
    assert len(application.asked) == 2


@pytest.mark.parametrize(
    "headers",
    [{"Cookie": "a=1; sessionid=2"}, {"Cookie": "messages=1"}, {"Authorization": "Basic YTpi"}],
)
def test_who_is_known_gets_nothing_that_is_kept_and_leaves_nothing(edge, application, headers):
    application.says(PAGE, "for all")
    edge.ask(PAGE)
    application.says(PAGE, "for one")
    assert edge.ask(PAGE, **headers).text == "for one"
    assert edge.ask(PAGE).text == "for all"


def test_another_cookie_changes_nothing(edge, application):
    application.says(PAGE)
    edge.ask(PAGE)
    edge.ask(PAGE, Cookie="csrftoken=1")
    assert len(application.asked) == 1


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=1.0, gzip;q=0.8", "br"),
        ("gzip, br;q=0", "gzip"),
        ("deflate, GZIP;q=0.5", "gzip"),
        ("gzip;q=0.000", None),
        ("brand, xgzip", None),
        ("identity", None),
    ],
)
def test_of_what_browsers_say_three_ways_are_left(edge, application, said, asked):
    application.says(PAGE)
    edge.ask(PAGE, Accept_Encoding=said)
    assert application.asked[0][2].get("Accept-Encoding") == asked


def test_each_way_is_kept_once(edge, application):
    application.says(PAGE)
    for said in ("gzip, br", "br", "gzip", "gzip, deflate", "", "zstd"):
        edge.ask(PAGE, Accept_Encoding=said)
    assert len(application.asked) == 3


def test_trackers_names_are_no_other_page(edge, application):
    application.says(PAGE)
    edge.ask(PAGE)
    for query in ("utm_source=a", "utm_source=a&utm_medium=b", "fbclid=1&gclid=2", "mtm_campaign="):
        assert edge.ask(f"{PAGE}?{query}").text == "page"
    assert len(application.asked) == 1


def test_every_other_name_is(edge, application):
    for query in ("page=2", "utm_source=a&page=2", "page=2&utm_source=a", "autm_source=a"):
        application.says(f"{PAGE}?{query}", query)
    for address in application.answers:
        assert edge.ask(address).text in address
    assert len(application.asked) == 4


def test_addresses_that_never_were_a_page_take_no_room(edge, application):
    edge.ask("/nulle-part/")
    edge.ask("/nulle-part/")
    assert len(application.asked) == 2


def test_a_page_that_nobody_read_yet_is_asked_for_once_by_many_at_once(edge, application):
    application.says(PAGE)
    application.pause = 0.1
    with ThreadPoolExecutor(40) as readers:
        answers = list(readers.map(lambda _: edge.ask(PAGE).text, range(40)))
    assert answers == ["page"] * 40
    assert len(application.asked) == 1
