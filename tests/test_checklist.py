"""The checklist before publication: what it finds, where it shows, what it stops."""

import json

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from articles.models import InterviewPage, InterviewTopic, Topic
from contact.models import QuotePage
from cyberworkers.checks import Level
from cyberworkers.pages import BasePage
from editing.checklist import NotReady, blocking, findings
from editing.checklist_settings import ChecklistSettings
from home.models import StandardPage
from home.translate import translate
from tests import factories
from tests.conftest import account, signed_in

NOTHING = inline_formset([])


def page_types():
    return [kind for kind in BasePage.__subclasses__() if not kind._meta.abstract]


def failing(page):
    return {finding.key for finding in findings(page) if not finding.passed}


def draft(**fields):
    """Return a draft interview that lacks the standfirst, unless it is given."""
    page = factories.interview(live=False, **{"standfirst": ""} | fields)
    page.save_revision()
    return page


ANSWERS = {
    "count": "1",
    "0": {
        "order": "0",
        "deleted": "",
        "id": "",
        "value": {"speaker": "", "text": rich_text(factories.ANSWER)},
    },
}
EXCHANGE = streamfield([("exchange", {"question": "Pourquoi ?", "answers": ANSWERS})])


def form(action=None, **fields):
    """Return what the editor posts for an interview, complete unless ``fields`` say otherwise."""
    values = {
        "title": "La fibre et le facteur",
        "slug": "la-fibre-et-le-facteur",
        "standfirst": "Un facteur raconte.",
        "date": "2026-11-24",
        "hero_image": "",
        "hero_alt": "",
        "body": EXCHANGE,
        "interviewee_links": NOTHING,
        "interviewer_links": NOTHING,
        "topic_links": NOTHING,
        "comments": NOTHING,
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
    }
    return nested_form_data(values | fields | ({action: "1"} if action else {}))


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def said(response):
    """Return the messages that the CMS shows next."""
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def latest(page):
    return Page.objects.get(pk=page.pk).specific.get_latest_revision_as_object()


# What it finds.


def test_an_empty_interview_lacks_everything_and_says_where(site):
    page = draft(body=[], search_description="")
    page.topic_links = []
    assert failing(page) == {"standfirst", "exchange", "search_description", "topics", "agreement"}
    anchors = {finding.key: finding.anchor for finding in findings(page)}
    assert anchors["standfirst"] == "id_standfirst"


def test_a_page_that_was_never_saved_can_be_looked_at(site):
    assert "standfirst" in failing(InterviewPage(locale=factories.locale()))
    assert failing(StandardPage(locale=factories.locale())) == {"search_description"}


def test_an_exchange_needs_a_question_and_an_answer(site):
    half = factories.exchange(answers=("<p> </p>",))
    assert "exchange" in failing(factories.interview(body=[half]))
    assert "exchange" not in failing(factories.interview())


@pytest.mark.parametrize(
    ("own", "described", "lacks"),
    [
        ("", "", True),
        ("DSC_0042", "", True),
        ("pylone.JPG", "", True),
        ("Un pylône dans la brume", "", False),
        ("", "Un pylône dans la brume", False),
    ],
)
def test_the_main_image_needs_words_of_its_own_or_of_the_image(site, own, described, lacks):
    image = factories.image()
    image.description = described
    page = factories.interview(hero_image=image, hero_alt=own)
    assert ("alternative_texts" in failing(page)) is lacks


def figure(image, alt="Un pylône", decorative=False, credit=""):
    shown = {"image": image.pk, "alt_text": alt, "decorative": decorative}
    return {"type": "figure", "value": {"image": shown, "caption": "", "credit": credit}}


def test_each_figure_needs_words_unless_it_is_decorative(site):
    image = factories.image()
    blocks = [
        figure(image, ""),
        figure(image),
        figure(image, "", True),
        {**figure(image, " "), "id": "b1"},
    ]
    page = draft(body=[*blocks, factories.exchange()])
    found = {finding.key: finding for finding in findings(page)}["alternative_texts"]
    assert [problem.text for problem in found.problems] == ["figure 1", "figure 4"]
    assert found.problems[1].anchor == "block-b1-section"


def test_each_image_needs_a_credit_of_its_own_or_of_the_figure(site):
    image = factories.image()
    assert "image_credits" not in failing(factories.interview(hero_image=image))
    image.credit = ""
    image.save()
    page = factories.interview(hero_image=image, body=[figure(image), figure(image, credit="AFP")])
    found = {finding.key: finding for finding in findings(page)}["image_credits"]
    assert len(found.problems) == 2


def answer_linking_to(pk, kind="page"):
    return factories.exchange(answers=(f'<p><a linktype="{kind}" id="{pk}">la mairie</a></p>',))


@pytest.mark.parametrize("kind", ["gone", "draft", "unpublished"])
def test_a_link_to_what_readers_cannot_open_is_named(site, kind):
    target = factories.interview(live=kind != "draft")
    page = draft(body=[answer_linking_to(target.pk)])
    if kind == "gone":
        target.delete()
    elif kind == "unpublished":
        target.unpublish()
    found = {finding.key: finding for finding in findings(page)}["broken_links"]
    assert [problem.text for problem in found.problems] == ["la mairie"]


def test_links_that_hold_are_no_problem(site):
    target, document = factories.interview(), factories.document()
    related = {"type": "related", "value": {"interviews": [factories.item(target.pk)]}}
    page = draft(body=[answer_linking_to(document.pk, "document"), related])
    assert "broken_links" not in failing(page)
    document.delete()
    assert "broken_links" in failing(page)
    page = draft(body=[])
    page.body = InterviewPage.body.field.stream_block.to_python([answer_linking_to(page.pk)])
    assert "broken_links" not in failing(page)


def test_choosers_in_blocks_and_fields_are_looked_at_too(site):
    target = factories.interview(live=False)
    related = {"type": "related", "value": {"interviews": [factories.item(target.pk)]}}
    assert "broken_links" in failing(draft(body=[related]))
    home = site.specific
    home.lead = target
    assert "broken_links" in failing(home)
    standard = StandardPage(body=f'<a linktype="page" id="{target.pk}">ici</a>')
    assert "broken_links" in failing(standard)
    page = draft(body=[related])
    target.delete()
    assert "broken_links" in failing(latest(page))


def test_a_topic_without_description_must_hold_another_interview(site):
    page = draft()
    assert "topics" in failing(page)
    Topic.objects.update(description="Le réseau, partout.")
    assert "topics" not in failing(page)
    Topic.objects.update(description="")
    factories.interview()
    assert "topics" not in failing(page)


def test_the_number_of_queries_does_not_grow_with_the_page(site, django_assert_max_num_queries):
    image, target = factories.image(), factories.interview()
    related = {"type": "related", "value": {"interviews": [factories.item(target.pk)] * 3}}
    blocks = [answer_linking_to(target.pk), answer_linking_to(1, "document"), figure(image)]
    page = draft(body=[*blocks * 60, related], hero_image=image)
    for number in range(20):
        topic = factories.topic(name=f"Sujet {number}", slug=f"sujet-{number}")
        page.topic_links.add(InterviewTopic(topic=topic, locale=page.locale))
    page.save_revision()
    page = latest(page)
    with django_assert_max_num_queries(12):
        findings(page)


# Levels.


def test_every_item_of_every_page_type_has_its_setting_with_the_same_default(site):
    fields = {field.name: field for field in ChecklistSettings._meta.fields}
    assert len(page_types()) == 5
    for kind in page_types():
        for check in kind.checks:
            assert fields[check.key].default == check.level
            assert check.label
            assert check.advice


def test_only_what_is_required_blocks(site):
    page = draft(search_description="")
    assert len(blocking(page)) == 1
    levels = ChecklistSettings.load()
    levels.standfirst, levels.search_description = Level.OFF, Level.REQUIRED
    levels.save()
    assert len(blocking(page)) == 1
    assert "standfirst" not in {finding.key for finding in findings(page)}


def test_administrators_set_the_levels_and_nobody_else(site, cheffe):
    number = ChecklistSettings.load().pk
    url = reverse("wagtailsettings:edit", args=["editing", "checklistsettings", number])
    levels = {panel.field_name: "off" for panel in ChecklistSettings.panels}
    assert cheffe.post(url, levels).status_code == 302
    assert ChecklistSettings.load().standfirst == Level.REQUIRED
    admin = signed_in(account("admin", None))
    assert admin.get(url).status_code == 200
    assert admin.post(url, levels).status_code == 302
    assert ChecklistSettings.load().standfirst == Level.OFF


# Where it shows.


def test_the_editor_shows_the_list_in_words_with_links_to_the_fields(cheffe):
    html = cheffe.get(edit(draft())).content.decode()
    assert 'href="#id_standfirst"' in html
    assert 'id="id_standfirst"' in html
    assert "editing/checklist.js" in html


@pytest.mark.parametrize("kind", ["home", "contact"])
def test_every_page_type_shows_it(cheffe, site, kind):
    page = site if kind == "home" else QuotePage.objects.first()
    html = cheffe.get(edit(page)).content.decode()
    assert "data-checklist=" in html


def test_a_new_page_shows_it_too(redactrice):
    index = factories.index().pk
    url = reverse("wagtailadmin_pages:add", args=["articles", "interviewpage", index])
    assert "/cms/checklist/0/" in redactrice.get(url).content.decode()


def test_the_reviewer_sees_it_where_the_decision_is_made(redactrice, relecteur):
    page = draft(owner=redactrice.user)
    page.get_workflow().start(page, redactrice.user)
    html = relecteur.get(edit(page)).content.decode()
    assert "data-checklist=" in html
    assert 'data-workflow-action-name="approve"' in html


def test_the_list_is_that_of_the_saved_draft(cheffe):
    page = draft()
    url = reverse("editing_checklist", args=[page.pk])
    assert 'href="#id_standfirst"' in cheffe.get(url).content.decode()
    page.standfirst = "Une maire raconte."
    page.save_revision()
    response = cheffe.get(url)
    assert 'href="#id_standfirst"' not in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_the_list_is_for_those_who_may_edit_the_page(commercial, redactrice, visiteur):
    url = reverse("editing_checklist", args=[draft().pk])
    for client in (commercial, redactrice):
        assert client.get(url, headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403
        assert client.get(url).status_code == 302
    assert visiteur.get(url).status_code == 302


def test_what_an_editor_typed_is_escaped(cheffe):
    broken = answer_linking_to(999_999)
    text = broken["value"]["answers"][0]["value"]["text"]
    broken["value"]["answers"][0]["value"]["text"] = text.replace("la mairie", "&lt;b&gt;x")
    page = draft(body=[broken], title="<i>titre")
    html = cheffe.get(reverse("editing_checklist", args=[page.pk])).content.decode()
    assert "&lt;b&gt;x" in html
    assert "<b>x" not in html
    answer = cheffe.post(edit(page), form("action-publish", standfirst="", title="<i>titre"))
    assert "<i>" not in said(answer)


def test_the_content_checks_speak_of_our_rules(cheffe):
    html = cheffe.get(edit(draft())).content.decode()
    assert "image-alt" in html


# What it stops.


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


def approve(client, page, comment="", **fields):
    data = form("action-workflow-action", **fields)
    data["workflow-action-name"] = "approve"
    data["workflow-action-extra-data"] = json.dumps({"comment": comment})
    return client.post(edit(page), data)


def test_the_last_approval_waits_for_what_is_required(cheffe, relecteur, redactrice, settings):
    # So that an approval that comes with a correction is the last one all the same.
    settings.WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = False
    page = draft(owner=redactrice.user)
    step = last_step(page, relecteur, redactrice)
    answer = approve(cheffe, page, comment="Très <b>bien", standfirst="", hero_alt="Corrigé")
    step.refresh_from_db()
    assert step.status == TaskState.STATUS_IN_PROGRESS
    assert answer.url == edit(page)
    assert "Très &lt;b&gt;bien" in said(answer)
    assert latest(page).hero_alt == "Corrigé"
    assert not Page.objects.get(pk=page.pk).live
    approve(cheffe, page)
    assert Page.objects.get(pk=page.pk).live
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED


def test_the_first_approval_is_not_held_up(cheffe, relecteur, redactrice):
    page = draft(owner=redactrice.user)
    workflow = page.get_workflow().start(page, redactrice.user)
    first = workflow.current_task_state
    approve(relecteur, page, standfirst="")
    first.refresh_from_db()
    assert first.status == TaskState.STATUS_APPROVED


def test_an_approval_from_a_dialog_leads_to_the_editor(cheffe, relecteur, redactrice):
    page = draft(owner=redactrice.user)
    step = last_step(page, relecteur, redactrice)
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", step.pk])
    answer = cheffe.post(url, {"comment": "Bien"}, headers={"X-Requested-With": "XMLHttpRequest"})
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
    levels = ChecklistSettings.load()
    levels.search_description = Level.REQUIRED
    levels.save()
    answer = cheffe.post(edit(english), {"action": "publish"})
    assert answer.url == edit(english)
    assert blocking(latest(english))[0][:20] in said(answer)
    assert not Page.objects.get(pk=english.pk).live
    levels.search_description = Level.RECOMMENDED
    levels.save()
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


def test_outside_the_cms_nothing_is_answered_in_its_name(rf):
    from editing.refusal import SayWhyNotReady

    request = rf.get("/entretiens/")
    assert SayWhyNotReady(None).process_exception(request, NotReady(Page(), [])) is None


def test_a_refusal_sends_no_mail(cheffe, relecteur, redactrice):
    page = draft(owner=redactrice.user)
    last_step(page, relecteur, redactrice)
    before = Email.objects.count()
    approve(cheffe, page, standfirst="")
    assert Email.objects.count() == before
