"""What editors read of the counts: sums by page, by day and by words, and files of them."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ReferenceIndex

from audience.models import FruitlessSearch, PageViews
from tests import factories
from tests.steps.queries import queries

pytestmark = pytest.mark.django_db

PAGES, SEARCHES = "/cms/reports/audience/", "/cms/reports/searches/"
ROLES = ["redactrice", "relecteur", "cheffe", "traductrice"]


def seen(page, views, days_ago=0):
    day = timezone.localdate() - timedelta(days=days_ago)
    return PageViews.objects.create(page=page, day=day, views=views)


def missed(words, searches, days_ago=0, language="fr"):
    day = timezone.localdate() - timedelta(days=days_ago)
    FruitlessSearch.objects.create(words=words, language=language, day=day, searches=searches)


def rows(client, address, **asked):
    table = client.get(address, asked).context["table"]
    return [[column.get_value(row) for column in table.columns.values()] for row in table.data]


def sums(client, address, **asked):
    """Return the first cell of each row with its numbers."""
    return [(row[0], *row[2:]) for row in rows(client, address, **asked)]


@pytest.fixture
def two_interviews(site):
    village, facteur = factories.interview("Le village"), factories.interview("Le facteur")
    for days_ago, views in ((0, 1), (6, 10), (7, 100), (29, 1000), (30, 10_000), (365, 100_000)):
        seen(village, views, days_ago)
    seen(facteur, 5000)
    return village, facteur


def test_views_are_summed_over_a_week_a_month_a_year_and_all(cheffe, two_interviews):
    assert sums(cheffe, PAGES) == [
        ("Le facteur", 5_000, 5_000, 5_000, 5_000),
        ("Le village", 11, 1_111, 11_111, 111_111),
    ]


@pytest.mark.parametrize("ordering", ["last_7", "-total", "nonsense", "-pk", "'; --", ""])
def test_any_order_may_be_asked_for(cheffe, two_interviews, ordering):
    first = sums(cheffe, PAGES, ordering=ordering)[0][0]
    assert first == ("Le village" if ordering in ("last_7", "-total") else "Le facteur")


@pytest.mark.parametrize("page", ["0", "-1", "abc", "9999999999999999999999"])
def test_any_page_may_be_asked_for(cheffe, two_interviews, page):
    assert len(rows(cheffe, PAGES, p=page)) == 2


def test_thirty_days_are_drawn_and_written_with_their_sums(cheffe, two_interviews):
    days = cheffe.get(PAGES).context["days"]
    numbers = {timezone.localdate() - day.day: (day.views, day.height) for day in days}
    assert len(days) == 30
    assert days[-1].day == timezone.localdate()
    assert numbers[timedelta(0)] == (5001, 100)
    assert numbers[timedelta(29)] == (1000, 20)
    assert numbers[timedelta(1)] == (0, 0)
    html = cheffe.get(PAGES).content.decode()
    assert html.count("<rect") == 30
    assert '<th scope="row">' in html
    assert "6\u00a0111 vues en 30 jours" in html


def test_a_deleted_page_leaves_the_list_and_stays_in_the_days(cheffe, two_interviews):
    two_interviews[1].delete()
    assert [row[0] for row in sums(cheffe, PAGES)] == ["Le village"]
    assert cheffe.get(PAGES).context["sum_of_days"] == 6111


def test_a_withdrawn_page_keeps_its_row_without_a_link(cheffe, two_interviews):
    village = two_interviews[0]
    assert f'href="{village.url}"' in cheffe.get(PAGES).content.decode()
    village.unpublish()
    html = cheffe.get(PAGES).content.decode()
    assert "Le village" in html
    assert f'href="{village.url}"' not in html


def test_a_title_is_escaped(cheffe, site):
    seen(factories.interview("<script>alert(1)</script>"), 1)
    missed("<script>alert(1)", 1)
    for address in (PAGES, SEARCHES):
        assert "<script>alert(1)" not in cheffe.get(address).content.decode()


def test_searches_are_summed_by_words_and_language(cheffe):
    missed("satellite", 2)
    missed("satellite", 3, days_ago=8)
    missed("satellite", 1, language="en")
    missed("kourou", 4, days_ago=40)
    assert rows(cheffe, SEARCHES) == [
        ["satellite", "Français", 2, 5, 5, 5],
        ["satellite", "Anglais", 1, 1, 1, 1],
        ["kourou", "Français", 0, 0, 4, 4],
    ]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (PAGES, "Aucune page n’a encore été vue."),
        (SEARCHES, "Aucune recherche n’est encore restée sans résultat."),
    ],
)
def test_a_report_without_numbers_says_so(cheffe, address, sentence):
    html = cheffe.get(address).content.decode()
    assert sentence in html
    assert "<rect" not in html


def as_csv(answer):
    return list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode())))


def test_a_report_is_taken_away_as_csv(cheffe, two_interviews):
    missed("satellite", 2)
    answer = cheffe.get(PAGES, {"export": "csv"})
    heading, first, _second = as_csv(answer)
    assert heading == ["Page", "Adresse", "7 jours", "30 jours", "365 jours", "En tout"]
    assert first[:3] == ["Le facteur", "http://testserver" + two_interviews[1].url, "5000"]
    assert f"audience-{timezone.localdate()}.csv" in answer.headers["Content-Disposition"]
    heading, first = as_csv(cheffe.get(SEARCHES, {"export": "csv"}))
    assert first == ["satellite", "fr", "2", "2", "2", "2"]


@pytest.mark.parametrize("address", [PAGES, SEARCHES])
def test_a_report_is_taken_away_as_a_workbook(cheffe, two_interviews, address):
    answer = cheffe.get(address, {"export": "xlsx"})
    assert b"".join(answer.streaming_content).startswith(b"PK")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("address", [PAGES, SEARCHES])
def test_who_works_on_pages_finds_the_reports_in_the_menu(role, address, request):
    who = request.getfixturevalue(role)
    assert who.get(address).status_code == 200
    assert address in who.get("/cms/").content.decode()


@pytest.mark.parametrize("address", [PAGES, SEARCHES])
def test_nobody_else_does(commercial, visiteur, address):
    assert commercial.get(address).status_code == 302
    assert address not in commercial.get("/cms/").content.decode()
    assert visiteur.get(address).url.startswith("/cms/login/")


def test_the_reports_take_as_many_queries_with_two_rows_as_with_twelve(cheffe, site):
    def fill(number):
        for turn in range(number):
            page = factories.interview(f"Entretien {turn}")
            seen(page, 3)
            seen(page, 4, days_ago=3)
            missed(f"mot {page.pk}", 1)

    fill(2)
    few = [queries(cheffe, address) for address in (PAGES, SEARCHES)]
    fill(10)
    assert [queries(cheffe, address) for address in (PAGES, SEARCHES)] == few


def test_a_count_is_no_use_of_the_page(cheffe, two_interviews):
    page = two_interviews[0]
    PageViews.objects.first().save()
    assert not ReferenceIndex.get_references_to(page).exists()
