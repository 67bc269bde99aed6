"""Which pages report that they were shown, and what becomes of their counts."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.utils import timezone

from audience.models import PageViews
from editing.bin.models import BinnedPage
from editing.bin.restore import restore
from editing.worker.jobs import daily
from tests import factories
from tests.steps.audience import counted, tell
from tests.steps.quote_form import post

pytestmark = pytest.mark.django_db


@pytest.fixture
def interview(site):
    return factories.interview()


def test_a_page_at_its_own_address_gives_the_script_its_number(visiteur, interview):
    html = visiteur.get(interview.url).content.decode()
    assert f'data-page="{interview.pk}" data-tell="/audience/view/"' in html
    assert re.search(r'<script type="module" src="[^"]*js/reading[^"]*">', html)


def test_a_page_with_accents_in_its_address_counts_too(visiteur, site):
    page = factories.interview("L’été", slug="l-été")
    assert f'data-page="{page.pk}"' in visiteur.get(page.url).content.decode()


@pytest.mark.parametrize(
    "address", ["/entretiens/sujet/fibre/", "/recherche/?q=fibre", "/nulle-part/"]
)
def test_listings_below_a_page_the_search_and_errors_count_nothing(visiteur, interview, address):
    assert "data-tell" not in visiteur.get(address).content.decode()


def test_a_form_that_was_sent_back_and_the_thanks_are_no_views_of_the_form(visiteur, site):
    assert "data-tell" in visiteur.get("/devis/").content.decode()
    assert "data-tell" not in post(visiteur, email="nulle part").content.decode()
    assert "data-tell" not in visiteur.get(post(visiteur).url).content.decode()


def test_a_preview_counts_nothing(interview, site):
    answer = interview.make_preview_request(preview_mode="")
    assert "data-tell" not in answer.render().content.decode()


def test_the_script_is_small_and_calls_no_other_host():
    script = Path(finders.find("js/reading.js")).read_text(encoding="utf-8")
    assert len(script.encode()) <= 2048
    assert "://" not in script
    assert "cookie" not in script and "Storage" not in script


# Bin and retention


def test_a_page_that_comes_back_from_the_bin_has_its_views_again(visiteur, cheffe, interview):
    tell(visiteur, str(interview.pk))
    interview.delete()
    assert counted() == 1
    back = restore(BinnedPage.objects.get(page_id=interview.pk).pk, cheffe.user)
    assert back.views_by_day.get().views == 1


def test_days_of_more_than_twenty_five_months_ago_are_let_go(interview, monkeypatch):
    for day in (date(2024, 10, 24), date(2024, 10, 27), date(2026, 11, 24)):
        PageViews.objects.create(page=interview, day=day, views=2)
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 24, 12, tzinfo=UTC))
    daily.send_robust(sender=None)
    assert set(PageViews.objects.values_list("day", flat=True)) == {
        date(2024, 10, 27),
        date(2026, 11, 24),
    }
