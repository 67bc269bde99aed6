"""A locked page stays as it is: each way to change it is tried by each role."""

import pytest
from django.utils import timezone
from wagtail.models import Page

from home.models import StandardPage
from tests.conftest import account, signed_in
from tests.roles.actions import fresh, pages
from tests.roles.newsroom import CAST, CHIEF, REVIEWER, WRITER, hire, person
from tests.roles.ways import WAYS
from tests.steps import reviewing

pytestmark = pytest.mark.django_db

ADMINISTRATOR = "administratrice"
EVERYBODY = [*CAST, ADMINISTRATOR]


@pytest.fixture(autouse=True)
def people(site):
    hire()
    account(ADMINISTRATOR, None)


@pytest.fixture
def page(people):
    """The writer's draft, in its second version."""
    page = reviewing.standard_page(person(WRITER).user)
    page.body = "<p>Une seconde version.</p>"
    page.save_revision(user=page.owner)
    return fresh(page).specific


@pytest.fixture
def destination(people):
    return reviewing.standard_page(person(CHIEF).user, "Ailleurs", live=True)


def lock(page):
    """Have somebody lock it who is none of those who try."""
    other = account("adjointe", "Rédaction en chef")
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=other, locked_at=timezone.now())


def submit(page):
    reviewing.submit(person(WRITER), page)


def everything():
    """Return what pages are and hold."""
    return sorted(
        Page.objects.values_list(
            "pk", "path", "url_path", "live", "latest_revision", "live_revision", "alias_of"
        )
    )


API = {
    "convert_alias": {},
    "copy": {},
    "copy_for_translation": {"locale": "en", "alias": True},
    "create_alias": {"update_slug": "ailleurs", "recursive": False},
    "delete": {},
    "move": {"position": "last-child"},
    "publish": {},
    "revert_to_page_revision": {},
    "unpublish": {},
}


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("state", [lock, submit])
def test_the_api_of_the_cms_changes_nothing(page, destination, state, who):
    """Its actions know neither locks nor the checklist, the bin or the mails of our pages."""
    first = page.revisions.order_by("pk").first()
    state(page)
    before, client = everything(), person(who)
    for action, data in API.items():
        more = {"destination_page_id": destination.pk, "revision_id": first.pk}
        client.post(f"/cms/api/main/pages/{page.pk}/action/{action}/", data | more)
        assert everything() == before, action


def state_of(page):
    """Return what a lock keeps as it is."""
    now = fresh(page)
    step = now and reviewing.step(page)
    return now and (
        everything(),
        step and (step.pk, step.status),
        list(now.get_view_restrictions()),
    )


def assert_kept(page, destination, who):
    before = state_of(page)
    for way in WAYS:
        way(person(who), page, destination)
        assert state_of(page) == before, way.__name__


@pytest.mark.parametrize("who", EVERYBODY)
def test_nobody_changes_a_draft_that_somebody_else_locked(page, destination, who):
    lock(page)
    assert_kept(page, destination, who)


@pytest.mark.parametrize("who", EVERYBODY)
def test_nor_one_that_is_reviewed_meanwhile(page, destination, who):
    submit(page)
    lock(page)
    assert_kept(page, destination, who)


@pytest.mark.parametrize("who", EVERYBODY)
def test_nor_one_that_readers_see(page, destination, who):
    page.get_latest_revision().publish()
    lock(page)
    assert_kept(page, destination, who)


@pytest.mark.parametrize("who", [name for name in CAST if name not in (REVIEWER, CHIEF)])
def test_only_those_who_review_change_what_is_reviewed(page, destination, who):
    submit(page)
    assert_kept(page, destination, who)


@pytest.mark.parametrize("who", [WRITER, REVIEWER])
def test_only_those_who_publish_change_what_is_scheduled(page, destination, who):
    planned = "2099-01-01 08:00"
    reviewing.publish(person(CHIEF), page, go_live_at=planned)
    assert fresh(page).approved_schedule
    assert_kept(page, destination, who)


def test_a_schedule_is_not_cancelled_behind_a_lock(page):
    reviewing.publish(person(CHIEF), page, go_live_at="2099-01-01 08:00")
    lock(page)
    revision = fresh(page).scheduled_revision
    person(CHIEF).post(pages("revisions_unschedule", page.pk, revision.pk))
    assert fresh(page).approved_schedule


def test_an_alias_that_is_locked_stays_an_alias(page):
    alias = page.create_alias(update_slug="alias")
    lock(alias)
    person(CHIEF).post(pages("convert_alias", alias.pk))
    assert fresh(alias).alias_of_id == page.pk


@pytest.mark.parametrize("state", [lock, submit])
def test_a_locked_page_is_not_deleted_with_the_page_above_it(page, state):
    above = reviewing.standard_page(page.owner, "Au-dessus")
    page.move(above, "last-child")
    page = fresh(page).specific
    state(page)
    who = signed_in(account("second", "Rédaction")) if state is submit else person(CHIEF)
    Page.objects.filter(pk__in=[above.pk, page.pk]).update(owner=who.user)
    who.post(pages("delete", above.pk))
    assert fresh(page)


def test_who_locked_the_page_goes_on_with_it(page):
    chief = person(CHIEF)
    chief.post(pages("lock", page.pk))
    assert fresh(page).locked
    in_page = StandardPage.objects.get(pk=page.pk)
    reviewing.save(chief, in_page, body="<p>Une trace.</p>")
    assert "Une trace" in fresh(page).get_latest_revision_as_object().body
    chief.post(pages("delete", page.pk))
    assert fresh(page) is None


def test_the_writer_calls_her_text_back_and_may_then_delete_it(page):
    submit(page)
    reviewing.save(person(WRITER), page, "action-cancel-workflow")
    assert reviewing.step(page) is None
    person(WRITER).post(pages("delete", page.pk))
    assert fresh(page) is None


@pytest.mark.parametrize("who", EVERYBODY)
def test_a_locked_page_keeps_its_place_among_the_others(page, who):
    first = page.get_prev_sibling()
    lock(page)
    before = everything()
    for moved, position in ((page, 0), (page, 99)):
        person(who).post(pages("set_page_position", moved.pk) + f"?position={position}")
        assert everything() == before
    assert first is not None
