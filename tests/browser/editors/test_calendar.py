"""The calendar by keyboard and by mouse, in a real browser, and what axe says of it."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from playwright.sync_api import expect
from wagtail.models import Page

from home.setup import roles
from tests.browser.cms import sign_in, violations
from tests.conftest import account
from tests.steps.planned import at, draft, in_review, planned_for, published, scheduled, wished

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def chief(open_browser):
    account("cheffe", roles.CHIEF)
    page = open_browser(viewport={"width": 1440, "height": 1000})
    sign_in(page, "cheffe")
    return page


def user():
    return get_user_model().objects.get(username="cheffe")


def fill():
    published("Déjà paru", when=at(0, 10))
    in_review("À relire", owner=user(), when=at(2))
    draft("Sans date encore", owner=user())
    return scheduled("Bientôt", when=at(1))


def week_of(moment):
    return f"/cms/calendar/?view=week&date={timezone.localtime(moment):%Y-%m-%d}"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing(open_browser, theme, width):
    account("cheffe", roles.CHIEF)
    page = open_browser(viewport={"width": width, "height": 800}, color_scheme=theme)
    sign_in(page, "cheffe")
    soon = fill()
    for view in ("month", "week", "day"):
        page.goto(f"/cms/calendar/?view={view}")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(week_of(at(1)))
    page.locator(f"#entry-{soon.pk} [data-move]").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []
    page.goto(f"/cms/calendar/{soon.pk}/move/")
    assert violations(page) == []


def tab_to(page, locator):
    """Press Tab until ``locator`` has the focus; give up after a hundred times."""
    for _ in range(100):
        if locator.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("The keyboard does not get there.")


def type_moment(page, moment):
    """Type into a date and time field as an English browser orders it, hour by the clock."""
    page.keyboard.type(f"{moment:%m%d%Y}")
    page.keyboard.press("Tab")
    page.keyboard.type(f"{moment:%I%M%p}")


def test_an_entry_is_moved_with_the_keyboard_only(chief):
    soon = fill()
    target = timezone.localtime(at(3)).replace(hour=10, minute=30)
    chief.goto(week_of(at(1)))
    control = chief.locator(f"#entry-{soon.pk} [data-move]")
    tab_to(chief, control)
    chief.keyboard.press("Enter")
    dialog = chief.get_by_role("dialog")
    expect(dialog).to_be_visible()
    chief.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(control).to_be_focused()

    chief.keyboard.press("Enter")
    expect(dialog.locator("[name=when]")).to_be_focused()
    type_moment(chief, target)
    tab_to(chief, dialog.locator("[type=submit]"))
    with chief.expect_navigation():
        chief.keyboard.press("Enter")
    expect(chief.locator(".messages")).to_contain_text("10:30")
    assert timezone.localtime(planned_for(soon)) == target

    undo = chief.locator(".messages [formaction]")
    tab_to(chief, undo)
    with chief.expect_navigation():
        chief.keyboard.press("Enter")
    assert planned_for(soon) == at(1)


# Four days on is in the last row of the month; in the next month, of which nothing is shown.
@pytest.mark.parametrize("today", [(2026, 11, 28), (2027, 1, 30)])
@pytest.mark.parametrize("width", [1440, 360])
def test_after_a_move_both_the_message_and_the_entry_are_in_sight(
    open_browser, width, today, monkeypatch
):
    monkeypatch.setattr(timezone, "now", lambda: datetime(*today, 12, tzinfo=UTC))
    account("cheffe", roles.CHIEF)
    page = open_browser(viewport={"width": width, "height": 800})
    sign_in(page, "cheffe")
    fill()
    waiting = draft("Sans chapô encore", owner=user(), when=at(1), standfirst="")
    page.goto(f"/cms/calendar/{waiting.pk}/move/")
    page.fill("[name=when]", f"{timezone.localtime(at(4)):%Y-%m-%d}T09:00")
    page.locator("main form button[type=submit]").click()
    expect(page.locator(".messages li")).to_be_in_viewport(ratio=1)
    expect(page.locator(f"#entry-{waiting.pk} a").first).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(".messages").get_by_role("link", name="Modifier").click()
    expect(page).to_have_url(re.compile(f"/cms/pages/{waiting.pk}/edit/"))


def test_a_refused_moment_is_said_in_the_dialog_and_nothing_is_lost(chief):
    soon = fill()
    chief.goto(week_of(at(1)))
    chief.locator(f"#entry-{soon.pk} [data-move]").click()
    dialog = chief.get_by_role("dialog")
    dialog.locator("[name=when]").fill("2020-01-01T08:00")
    dialog.locator("[type=submit]").click()
    expect(dialog.get_by_role("alert")).not_to_be_empty()
    expect(dialog.locator("[name=when]")).to_have_value("2020-01-01T08:00")
    assert planned_for(soon) == at(1)


def monday():
    """Return how many days it is to the next Monday: a week without past days."""
    return 7 - timezone.localdate().weekday()


def test_an_entry_is_dragged_to_another_day_and_goes_back_when_refused(chief):
    soon = scheduled("Bientôt", when=at(monday()))
    waiting = draft("Sans date encore", owner=user())
    day = timezone.localtime(at(monday())).date() + timedelta(days=2)
    chief.goto(week_of(at(monday())))
    with chief.expect_navigation():
        chief.drag_and_drop(f"#entry-{soon.pk}", f"#day-{day}")
    expect(chief.locator(f"#day-{day} #entry-{soon.pk}")).to_be_visible()
    assert timezone.localtime(planned_for(soon)).date() == day

    with chief.expect_navigation():
        chief.drag_and_drop(f"#entry-{waiting.pk}", f"#day-{day}")
    expect(chief.locator(f"#day-{day} #entry-{waiting.pk}")).to_contain_text("08:00")

    Page.objects.filter(pk=waiting.pk).update(locked=True)  # by somebody, meanwhile
    other = day + timedelta(days=1)
    chief.drag_and_drop(f"#entry-{waiting.pk}", f"#day-{other}")
    expect(chief.locator("#calendar-alert")).not_to_be_empty()
    expect(chief.locator(f"#day-{day} #entry-{waiting.pk}")).to_be_visible()


def test_without_script_move_is_a_link_to_a_form(open_browser):
    account("cheffe", roles.CHIEF)
    page = open_browser(java_script_enabled=False)
    sign_in(page, "cheffe")
    soon = scheduled("Bientôt", when=at(1))
    page.goto(week_of(at(1)))
    page.locator(f"#entry-{soon.pk} [data-move]").click()
    page.fill("[name=when]", f"{timezone.localtime(at(4)):%Y-%m-%d}T09:00")
    page.locator("main form button[type=submit]").click()
    expect(page.locator(".messages")).to_contain_text("09:00")
    assert planned_for(soon) == at(4)


def test_a_click_on_a_day_begins_an_interview_with_its_date(chief):
    day = f"{timezone.localtime(at(2)):%Y-%m-%d}"
    chief.goto(week_of(at(2)))
    chief.locator(f"#day-{day}").click(position={"x": 60, "y": 100})
    chief.wait_for_url(f"**/{day}/")
    expect(chief.locator("[name=go_live_at]")).to_have_value(f"{day} 08:00")
    chief.wait_for_timeout(3_000)  # the editor compares with what it found when all was loaded
    chief.locator("[name=title]").press_sequentially("Le phare et la fibre")
    expect(chief.locator("header >> text=Enregistré").first).to_be_visible(timeout=10_000)
    assert f"{timezone.localtime(wished(Page.objects.get(title='Le phare et la fibre'))):%F}" == day
