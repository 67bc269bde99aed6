"""The checklist before publication: what it finds."""

import pytest

from articles.models import InterviewPage, InterviewTopic, Topic
from editing.checklist.findings import blocking, findings
from home.models import StandardPage
from tests import factories
from tests.steps.editing import answer_linking_to, draft, latest
from tests.steps.pictures import photo


def failing(page):
    return {finding.key for finding in findings(page) if not finding.passed}


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


@pytest.mark.parametrize(("width", "lacks"), [(1439, True), (1440, False)])
def test_a_main_image_too_narrow_for_large_screens_is_named_and_stops_nothing(site, width, lacks):
    page = factories.interview(hero_image=photo(size=(width, 900)))
    assert ("image_size" in failing(page)) is lacks
    assert not blocking(page)


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


def test_choosers_in_blocks_are_looked_at_too(site):
    target = factories.interview(live=False)
    related = {"type": "related", "value": {"interviews": [factories.item(target.pk)]}}
    assert "broken_links" in failing(draft(body=[related]))
    home = site.specific
    lead = [{"type": "lead", "value": {"interview": target.pk}}]
    home.body = home._meta.get_field("body").stream_block.to_python(lead)
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
