"""What no form of the CMS sends gets an answer there: not found, or a sentence."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Workflow
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
    answer = cheffe.post(reverse("wagtailadmin_pages:copy", args=[page.pk]))
    assert answer.status_code == 400


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


def test_people_are_not_made_in_the_dialog_that_chooses_them(redactrice):
    address = reverse("wagtailsnippetchoosers_articles_person:create")
    assert redactrice.post(address).status_code == 404


@pytest.mark.parametrize("had", ["-1", "0", "9"])
def test_a_step_stands_once_in_a_workflow(admin, had):
    workflow = Workflow.objects.get(active=True)
    [step, *_] = workflow.workflow_tasks.all()
    tasks = {"TOTAL_FORMS": "1", "INITIAL_FORMS": had, "MIN_NUM_FORMS": "0", "0-ORDER": "1"}
    tasks |= {"MAX_NUM_FORMS": "9", "0-task": str(step.task_id), "0-id": ""}
    data = {f"workflow_tasks-{name}": value for name, value in tasks.items()}
    data |= {f"pages-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    data |= {"name": workflow.name, "pages-MAX_NUM_FORMS": "9"}
    answer = admin.post(reverse("wagtailadmin_workflows:edit", args=[workflow.pk]), data)
    assert answer.status_code in (200, 302, 400)
    assert workflow.workflow_tasks.count() >= 1


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
@pytest.mark.parametrize(
    ("view", "model"),
    [("topic:delete", "topic"), ("topic:edit", "topic"), ("person:copy", "person")],
)
def test_only_methods_of_forms_reach_the_views_of_forms(admin, method, view, model):
    """Wagtail's view of a deletion deletes at a DELETE without a question, a log or the bin."""
    factories.interview()
    one = getattr(factories, model)()
    address = reverse(f"wagtailsnippets_articles_{view}", args=[one.pk])
    assert getattr(admin, method)(address).status_code == 405
    one.refresh_from_db()


def test_a_file_of_redirects_is_named_by_the_site_itself(admin):
    data = {"import_file_name": "/etc/passwd", "input_format": "0:forged", "site": ""}
    assert admin.post(reverse("wagtailredirects:process_import"), data).status_code == 400


@pytest.mark.parametrize(
    "text",
    ["-1", "x", "[]", '{"blocks": 1}', '{"blocks": [1]}', "[" * 9_999],
    ids=range(6),
)
@pytest.mark.parametrize("method", ["text/html", "application/json"])
def test_a_text_that_the_editor_never_writes_is_refused(redactrice, text, method):
    page = reviewing.standard_page(redactrice.user)
    data = reviewing.fields(page) | {"body": text}
    answer = redactrice.post(reviewing.edit_url(page), data, HTTP_ACCEPT=method)
    assert answer.status_code == 400
    assert page.revisions.count() == 1


def test_no_script_saves_a_translation_as_a_whole(traductrice):
    page = translating.charter(traductrice.user)
    data = {"translation-opened": timezone.now().isoformat()}
    answer = traductrice.post(reviewing.edit_url(page), data, HTTP_ACCEPT="application/json")
    assert answer.status_code == 400


def test_the_title_of_a_copy_that_is_too_long_is_said(cheffe, page):
    data = {"new_title": "a" * 256, "new_slug": "copie", "new_parent_page": page.get_parent().pk}
    answer = cheffe.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    assert "au plus 255 caractères" in answer.content.decode()
    assert answer.status_code in (200, 400)
