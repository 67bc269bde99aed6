"""How much an item of the checklist matters: its check says it, until administrators set it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.contrib.settings.views import get_setting_edit_handler

from articles.models import InterviewPage
from cyberworkers.pages import own_page_types
from editing.checklist.checks import Check, Level, Problem, installed_checks
from editing.checklist.findings import blocking, findings
from editing.checklist.settings import ChecklistSettings
from tests.conftest import account, signed_in
from tests.steps.editing import draft, edit, set_levels


@pytest.fixture
def admin(site):
    return signed_in(account("admin", None))


def screen():
    number = ChecklistSettings.load().pk
    return reverse("wagtailsettings:edit", args=["editing", "checklistsettings", number])


def all_levels(level, **others):
    return {check.key: level for check in installed_checks()} | others


def keys(page):
    return {finding.key for finding in findings(page)}


def test_every_check_has_its_words_and_a_key_of_its_own(site):
    checks = {check for kind in own_page_types() for check in kind.checks}
    assert len(checks) == len(installed_checks()) > 0
    for check in checks:
        assert check.key.isidentifier()
        assert check.label
        assert check.advice


def test_what_nobody_set_has_the_default_of_its_check(site):
    page = draft(search_description="")
    assert len(blocking(page)) == 1
    levels = {finding.key: finding.level for finding in findings(page)}
    assert levels["standfirst"] == Level.REQUIRED
    assert levels["search_description"] == Level.RECOMMENDED


def test_only_what_is_required_blocks(site):
    page = draft(search_description="")
    set_levels(standfirst="off", search_description="required")
    assert len(blocking(page)) == 1
    assert "standfirst" not in keys(page)


def test_administrators_set_the_levels_and_nobody_else(admin, cheffe):
    page = draft()
    assert cheffe.post(screen(), all_levels("off")).status_code == 302
    assert "standfirst" in keys(page)
    assert admin.post(screen(), all_levels("off")).status_code == 302
    assert keys(page) == set()


def test_the_screen_asks_for_each_item_once_in_french_what_is_required_first(admin):
    response = admin.get(screen())
    html = response.content.decode()
    asked = re.findall(r'name="(\w+)" value="off"', html)
    assert asked == [check.key for check in installed_checks()]
    initial = [response.context["form"][key].initial for key in asked]
    assert initial == sorted(initial, key=Level.values.index)
    for key in asked:
        assert re.findall(rf'name="{key}" value="(\w+)"', html) == Level.values
    assert "Chapô" in html
    assert "Au moins une question et sa réponse." in html


def test_the_screen_shows_what_was_set(admin):
    set_levels(standfirst="off")
    form = admin.get(screen()).context["form"]
    assert form["standfirst"].initial == "off"
    assert form["exchange"].initial == "required"


@pytest.mark.parametrize("nonsense", ["", "mandatory", "REQUIRED"])
def test_nonsense_is_refused_and_nothing_is_set(admin, nonsense):
    answer = admin.post(screen(), all_levels("off", standfirst=nonsense))
    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {"standfirst"}
    assert ChecklistSettings.load().levels == {}


def test_what_is_not_installed_at_the_moment_keeps_its_level(admin):
    set_levels(of_another_app="required")
    admin.post(screen(), all_levels("recommended"))
    assert ChecklistSettings.load().levels == all_levels("recommended", of_another_app="required")


def test_the_history_of_the_site_says_that_it_was_changed(admin):
    admin.post(screen(), all_levels("off"))
    html = admin.get(reverse("wagtailadmin_reports:site_history")).content.decode()
    assert "Contrôle avant publication" in html


# An item more.


class Anniversary(Check):
    key = "anniversary"
    label = "Anniversaire"
    help_text = "Rien le jour de la fête du travail."
    advice = "Choisissez un autre jour."
    level = Level.REQUIRED
    anchor = "id_date"

    def problems(self, page):
        return [Problem()]


@pytest.fixture
def anniversary(monkeypatch):
    """Let interviews have an invented item, as a new release would."""
    monkeypatch.setattr(InterviewPage, "checks", [*InterviewPage.checks, Anniversary])
    get_setting_edit_handler.cache_clear()
    yield
    get_setting_edit_handler.cache_clear()


def test_a_new_check_is_in_the_editor_and_holds_up_a_publication(cheffe, anniversary):
    page = draft(standfirst="Une maire raconte.")
    assert "Choisissez un autre jour." in cheffe.get(edit(page)).content.decode()
    assert blocking(page) == ["Choisissez un autre jour."]


def test_a_new_check_is_in_the_settings_and_follows_them(admin, anniversary):
    html = admin.get(screen()).content.decode()
    assert "Anniversaire" in html
    assert "Rien le jour de la fête du travail." in html
    page = draft()
    assert "anniversary" in keys(page)
    assert admin.post(screen(), all_levels("off")).status_code == 302
    assert "anniversary" not in keys(page)


def queries(page):
    findings(page)  # what a page remembers of itself is asked once
    with CaptureQueriesContext(connection) as captured:
        findings(page)
    return len(captured)


def test_a_check_more_costs_no_query_more(site, monkeypatch):
    page = draft()
    before = queries(page)
    monkeypatch.setattr(InterviewPage, "checks", [*InterviewPage.checks, Anniversary])
    assert queries(page) == before
