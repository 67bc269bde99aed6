"""What is required stops publication and scheduling at every door, and never a draft."""

import pytest
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email
from wagtail.models import Page, TaskState, WorkflowState

from articles.models import InterviewPage
from editing.checklist.findings import NotReady, blocking
from editing.checklist.refusal import SayWhyNotReady
from home.setup.translate import translate
from tests import factories
from tests.steps import reviewing
from tests.steps.editing import draft, edit, form, latest, said, set_levels


def test_publishing_an_incomplete_page_saves_the_draft_and_says_what_to_do(cheffe):
    page = draft()
    answer = cheffe.post(edit(page), form("action-publish", standfirst="", hero_alt="Typed"))
    assert answer.status_code == 302
    assert answer.url == edit(page)
    assert latest(page).title == "La fibre et le facteur"
    assert latest(page).hero_alt == "Typed"
    assert not Page.objects.get(pk=page.pk).live
    assert blocking(latest(page))[0][:20] in said(answer).replace("&#x27;", "'")


def test_a_complete_page_is_published(cheffe):
    page = draft()
    answer = cheffe.post(edit(page), form("action-publish"))
    assert answer.status_code == 302
    assert Page.objects.get(pk=page.pk).live


def test_a_new_page_that_is_refused_is_a_draft(cheffe):
    index = factories.index().pk
    url = reverse("wagtailadmin_pages:add", args=["articles", "interviewpage", index])
    answer = cheffe.post(url, form("action-publish", standfirst=""))
    page = InterviewPage.objects.get(slug="la-fibre-et-le-facteur")
    assert answer.url == edit(page)
    assert not page.live
    assert page.has_unpublished_changes
    assert cheffe.post(edit(page), form("action-publish")).status_code == 302
    page.refresh_from_db()
    assert page.live


def test_a_new_page_that_is_complete_is_published_at_once(cheffe):
    index = factories.index().pk
    url = reverse("wagtailadmin_pages:add", args=["articles", "interviewpage", index])
    cheffe.post(url, form("action-publish"))
    page = InterviewPage.objects.get(slug="la-fibre-et-le-facteur")
    assert page.live
    assert page.live_revision_id


def test_a_date_is_kept_but_schedules_nothing(cheffe):
    page = draft()
    cheffe.post(edit(page), form("action-publish", standfirst="", go_live_at="2099-03-03 08:00"))
    assert latest(page).go_live_at.year == 2099
    assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()
    cheffe.post(edit(page), form("action-publish", go_live_at="2099-03-03 08:00"))
    assert page.revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize("action", [None, "action-submit"])
def test_a_draft_is_saved_and_submitted_whatever_it_lacks(cheffe, action):
    page = draft()
    cheffe.post(edit(page), form(action, standfirst=""))
    assert latest(page).title == "La fibre et le facteur"
    assert bool(page.current_workflow_state) is bool(action)


def test_a_live_page_stays_as_it_is_when_its_change_is_refused(cheffe):
    page = factories.interview(title="Avant")
    page.save_revision().publish()
    cheffe.post(edit(page), form("action-publish", standfirst=""))
    assert Page.objects.get(pk=page.pk).title == "Avant"
    assert Page.objects.get(pk=page.pk).live
    assert latest(page).title == "La fibre et le facteur"


def test_an_older_version_is_published_only_when_complete(cheffe):
    page = draft()
    old = page.latest_revision
    page.standfirst = "Une maire raconte."
    page.save_revision().publish()
    revert = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old.pk])
    assert cheffe.get(revert).status_code == 200
    cheffe.post(edit(page), form("action-publish", standfirst="", revision=str(old.pk)))
    assert InterviewPage.objects.get(pk=page.pk).standfirst == "Une maire raconte."


def in_bulk(*pages):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return url + "?" + "&".join(f"id={page.pk}" for page in pages)


def test_bulk_publication_is_all_or_nothing(cheffe):
    complete, incomplete = draft(standfirst="Une maire."), draft(title="Sans chapô")
    answer = cheffe.post(in_bulk(complete, incomplete))
    assert "Sans chapô" in said(answer)
    assert not Page.objects.filter(pk__in=[complete.pk, incomplete.pk], live=True).exists()
    cheffe.post(in_bulk(complete))
    assert Page.objects.get(pk=complete.pk).live


def test_bulk_publication_looks_at_the_pages_below(cheffe):
    incomplete = draft(title="Sans chapô")
    answer = cheffe.post(in_bulk(factories.index()), {"include_descendants": "on"})
    assert "Sans chapô" in said(answer)
    assert not Page.objects.get(pk=incomplete.pk).live


def test_a_copy_is_not_published_without_what_is_required(cheffe):
    page = factories.interview(standfirst="")
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    copy = {"new_title": "Copie", "new_slug": "copie", "new_parent_page": factories.index().pk}
    cheffe.post(url, copy | {"publish_copies": "on"})
    assert not Page.objects.filter(slug="copie").exists()
    cheffe.post(url, copy)
    assert not Page.objects.get(slug="copie").live


def last_step(page, relecteur, redactrice):
    """Return the task state of the last step of the review of ``page``."""
    workflow = page.get_workflow().start(page, redactrice.user)
    workflow.current_task_state.specific.approve(user=relecteur.user)
    workflow.refresh_from_db()
    return workflow.current_task_state


def approve(client, step, comment="", **headers):
    page = step.workflow_state.content_object
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", step.pk])
    return client.post(url, {"comment": comment} | reviewing.seen(page), headers=headers)


def test_the_last_approval_waits_for_what_is_required(cheffe, relecteur, redactrice):
    page = draft(owner=redactrice.user)
    step = last_step(page, relecteur, redactrice)
    answer = approve(cheffe, step, comment="Très <b>bien")
    step.refresh_from_db()
    assert step.status == TaskState.STATUS_IN_PROGRESS
    assert answer.url == edit(page)
    assert "Très &lt;b&gt;bien" in said(answer)
    assert not Page.objects.get(pk=page.pk).live
    set_levels(standfirst="recommended")
    approve(cheffe, step)
    assert Page.objects.get(pk=page.pk).live
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED


def test_the_first_approval_is_not_held_up(cheffe, relecteur, redactrice):
    page = draft(owner=redactrice.user)
    workflow = page.get_workflow().start(page, redactrice.user)
    first = workflow.current_task_state
    approve(relecteur, first)
    first.refresh_from_db()
    assert first.status == TaskState.STATUS_APPROVED


def test_an_approval_from_a_dialog_leads_to_the_editor(cheffe, relecteur, redactrice):
    page = draft(owner=redactrice.user)
    step = last_step(page, relecteur, redactrice)
    answer = approve(cheffe, step, "Bien", **{"X-Requested-With": "XMLHttpRequest"})
    assert answer.json() == {"step": "success", "redirect": edit(page)}
    assert "Bien" in said(answer)
    step.refresh_from_db()
    assert step.status == TaskState.STATUS_IN_PROGRESS


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_translation_is_not_published_without_what_is_required(cheffe):
    french = factories.interview(title="Le village")
    french.save_revision().publish()
    english = translate(french, french.specific, factories.locale("en"))
    english.unpublish()
    set_levels(search_description="required")
    answer = cheffe.post(edit(english), {"action": "publish"})
    assert answer.url == edit(english)
    assert blocking(latest(english))[0][:20] in said(answer)
    assert not Page.objects.get(pk=english.pk).live
    set_levels(search_description="recommended")
    cheffe.post(edit(english), {"action": "publish"})
    assert Page.objects.get(pk=english.pk).live


def test_code_that_publishes_is_held_too_but_not_what_was_scheduled(site):
    page = draft()
    with pytest.raises(NotReady):
        page.latest_revision.publish()
    revision = page.latest_revision
    revision.approved_go_live_at = timezone.now()
    revision.save()
    revision.publish()
    assert Page.objects.get(pk=page.pk).live


def test_outside_the_cms_nothing_is_answered_in_its_name(rf, site):
    request = rf.get("/entretiens/")
    assert SayWhyNotReady(None).process_exception(request, NotReady(Page(), [])) is None


def test_a_refusal_sends_no_mail(cheffe, relecteur, redactrice):
    page = draft(owner=redactrice.user)
    step = last_step(page, relecteur, redactrice)
    before = Email.objects.count()
    approve(cheffe, step)
    assert Email.objects.count() == before


def test_an_approval_says_which_value_is_refused(cheffe, relecteur, redactrice):
    page = draft(owner=redactrice.user, standfirst="Une maire raconte.")
    page.slug = "pris"
    page.save_revision(user=redactrice.user)
    factories.interview("Un autre", slug="pris")
    step = last_step(page, relecteur, redactrice)
    answer = approve(cheffe, step)
    step.refresh_from_db()
    assert answer.url == edit(page)
    assert "pris" in said(answer)
    assert step.status == TaskState.STATUS_IN_PROGRESS
    assert not Page.objects.get(pk=page.pk).live
