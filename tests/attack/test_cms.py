"""What no form of the CMS sends gets an answer there: not found, or a sentence."""

import json

import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests import factories
from tests.steps import inbox, reviewing, translating

pytestmark = pytest.mark.django_db
UPGRADED = "Rien n’a été enregistré"


@pytest.fixture
def page(cheffe):
    return factories.interview("Le village a la fibre", owner=cheffe.user)


@pytest.fixture(autouse=True)
def no_traceback(caplog):
    yield
    assert "Traceback" not in caplog.text
    assert len(caplog.records) <= 1


def typed(page, **changes):
    return {"title": "Un titre", "slug": page.slug, "date": "2026-11-30"} | changes


@pytest.mark.parametrize(
    "counts",
    [
        {},
        {"body-count": ""},
        {"body-count": "-1"},
        {"body-count": "0", "topic_links-0-ORDER": "x"},
        {"body-count": "x"},
        {"body-count": "1"},
        {"body-count": "10000000000"},
        {"body-count": "9" * 5000},
        {"body-count": "1", "body-0-type": "exchange", "body-0-order": "x", "body-0-deleted": ""},
        {
            "body-count": "1",
            "body-0-type": "exchange",
            "body-0-order": "0",
            "body-0-deleted": "",
            "body-0-value-answers-count": "10000000000",
        },
    ],
    ids=str,
)
def test_a_form_without_its_counts_is_refused_with_a_sentence(cheffe, page, counts):
    """A form that stayed open while the site was changed, for example."""
    answer = cheffe.post(reviewing.edit_url(page), typed(page, **counts))
    assert answer.status_code == 400
    assert UPGRADED in answer.content.decode()
    page.refresh_from_db()
    assert page.latest_revision is None


def test_autosave_is_told_the_same(cheffe, page):
    answer = cheffe.post(reviewing.edit_url(page), typed(page), HTTP_ACCEPT="application/json")
    assert answer.status_code == 400
    assert UPGRADED in answer.json()["error_message"]


@pytest.mark.parametrize("name", ["menu_fr-count", "menu_en-count"])
def test_the_menu_keeps_what_it_had(cheffe, name):
    address = reverse("wagtailsettings:edit", args=["home", "navigation"])
    address = cheffe.get(address).headers.get("Location", address)
    counts = {"menu_fr-count": "0", "menu_en-count": "0"}
    counts.pop(name)
    answer = cheffe.post(address, counts)
    assert answer.status_code == 400
    assert UPGRADED in answer.content.decode()


@pytest.mark.parametrize(
    "name",
    [
        "wagtailimages_chooser:chosen",
        "wagtaildocs_chooser:chosen",
        "wagtailsnippetchoosers_articles_person:chosen",
    ],
)
@pytest.mark.parametrize("pk", ["x", "1.5", "٣x", "_00", "9" * 40])
def test_what_is_no_number_of_anything_cannot_be_chosen(admin, name, pk):
    assert admin.get(reverse(name, args=[pk])).status_code == 404


def test_several_that_are_chosen_may_be_no_numbers(admin):
    address = reverse("wagtailimages_chooser:chosen_multiple")
    assert admin.get(address, {"id": ["x", "1"]}).status_code == 400


def test_a_copy_needs_a_place(cheffe, page):
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    assert cheffe.post(address).status_code == 400
    assert cheffe.post(address, {"new_parent_page": "10000000000"}).status_code == 404


@pytest.mark.parametrize("name", ["external", "email", "anchor", "phone"])
def test_a_link_of_a_text_that_says_nothing_is_refused(cheffe, name):
    answer = cheffe.post(reverse(f"wagtailadmin_choose_page_{name}_link"))
    assert answer.status_code in (200, 400)


def test_a_version_that_is_none_is_not_brought_back(cheffe, page):
    for method in (cheffe.get, cheffe.post):
        answer = method(reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, 0]))
        assert answer.status_code == 404


@pytest.mark.parametrize(
    "name",
    ["lock", "unlock", "set_page_position", "copy", "move", "delete", "unpublish", "edit"],
)
def test_nothing_is_done_with_the_root_of_all_pages(admin, name):
    for method in (admin.get, admin.post):
        answer = method(reverse(f"wagtailadmin_pages:{name}", args=[1]))
        assert answer.status_code in (302, 403, 404, 405)


def test_an_import_of_redirects_needs_the_name_of_its_file(admin):
    assert admin.post(reverse("wagtailredirects:process_import")).status_code == 400


def test_a_redirect_leads_from_an_address(admin):
    sent = {"old_path": "http://[", "redirect_link": "/", "site": "", "redirect_page": ""}
    answer = admin.post(reverse("wagtailredirects:add"), sent)
    assert answer.status_code == 400
    assert UPGRADED in answer.content.decode()


def test_a_form_has_no_more_rows_than_anybody_fills(admin):
    """Django makes 2,000 of whatever greater number is sent, which takes seconds to show."""
    counts = {"page_permissions-TOTAL_FORMS": "1001", "page_permissions-INITIAL_FORMS": "0"}
    answer = admin.post(reverse("wagtailusers_groups:add"), {"name": "Invités"} | counts)
    assert answer.status_code == 400
    assert UPGRADED in answer.content.decode()


def test_a_passage_needs_its_text(traductrice):
    page = translating.interview()
    [segment, *_] = translating.segments(page)
    address = reverse(
        "wagtail_localize:edit_string_translation",
        args=[translating.translation(page).pk, segment.pk],
    )
    assert traductrice.put(address).status_code == 400
    assert traductrice.put(address, json.dumps({}), "application/json").status_code in (400, 415)


def test_a_file_of_passages_needs_its_file(traductrice):
    page = translating.interview()
    address = reverse("wagtail_localize:upload_pofile", args=[translating.translation(page).pk])
    for data in ({}, {"file": "x"}):
        assert traductrice.post(address, data).status_code == 400


def test_what_scripts_read_is_json_for_everybody(cheffe):
    factories.person()
    address = reverse("wagtail_localize:snippets_api_listing", args=["articles", "person"])
    for accept, status in (("text/html", 406), ("text/html, */*;q=0.8", 200)):
        answer = cheffe.get(address, HTTP_ACCEPT=accept)
        assert answer.status_code == status
        assert answer["Content-Type"] == "application/json"


@pytest.mark.parametrize("back", ["9" * 40, '{"blocks": 1}', "x", "a:b", "http://evil.example/"])
def test_where_to_go_on_is_an_address_of_the_site(commercial, back):
    request = inbox.ask()
    answer = commercial.post(inbox.address("star", request), {"next": back, "starred": "1"})
    if answer.status_code == 302:
        assert answer["Location"].startswith("/")
    else:
        assert answer.status_code == 400
        request.refresh_from_db()
        assert not request.starred


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "address",
    [
        "/cms/pages/1/results/?latest_revision_created_at_from=",
        "/cms/pages/1/?latest_revision_created_at_to=",
        "/cms/reports/site-history/?timestamp_from=",
        "/cms/reports/workflow/?created_at_to=",
    ],
)
def test_a_day_at_the_end_of_the_calendar_finds_nothing_or_is_refused(admin, address, day):
    UserProfile.objects.filter(user=admin.user).update(current_time_zone="Pacific/Auckland")
    for typed in (day, f"{day} 23:59"):
        assert admin.get(address + typed).status_code in (200, 400)


def test_a_page_is_moved_below_a_page(cheffe, page):
    address = reverse("wagtailadmin_pages:move", args=[page.pk])
    assert cheffe.post(address, {"new_parent_page": "0001-01-01"}).status_code in (200, 400)


def test_nobody_makes_the_site_break_to_see_how_that_looks(redactrice):
    assert redactrice.get("/cms/failwhale/").status_code == 404
