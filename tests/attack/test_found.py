"""What the attack found in the CMS: each an answer now, and no more than a line in the log."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Workflow

from tests import factories
from tests.steps import reviewing, translating

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(cheffe):
    return factories.interview("Le village a la fibre", owner=cheffe.user)


@pytest.fixture(autouse=True)
def no_traceback(caplog):
    yield
    assert "Traceback" not in caplog.text
    assert len(caplog.records) <= 1


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


def test_a_form_that_counts_a_row_has_it(cheffe):
    parent = factories.interview().get_parent()
    counts = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "9"}
    rows = ("interviewee_links", "interviewer_links", "topic_links", "comments")
    data = {f"{row}-{name}": value for row in rows for name, value in counts.items()}
    data |= {"topic_links-TOTAL_FORMS": "1", "body-count": "0", "title": "", "date": "2026-12-01"}
    address = reverse("wagtailadmin_pages:add", args=["articles", "interviewpage", parent.pk])
    assert cheffe.post(address, data).status_code == 400


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
