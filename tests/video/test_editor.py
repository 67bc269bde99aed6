"""The video block in the CMS: old blocks, refusals, checklist, drafts, preview, translation."""

import pytest
from django.urls import reverse
from wagtail.embeds.finders import get_finders
from wagtail.test.utils.form_data import rich_text, streamfield
from wagtail_localize.models import OverridableSegment, StringSegment

from articles.blocks import InterviewBody
from articles.models import AgreementLink, InterviewPage, VideoPoster
from editing.checklist.findings import findings
from tests import factories
from tests.steps import translating
from tests.steps.editing import draft, edit, form, latest
from tests.video import videos

pytestmark = pytest.mark.django_db

OLD = {"title": "Visite", "url": "https://films.example/1", "transcript": ""}


def video_form(action=None, **value):
    fields = {
        "title": "Visite du chantier",
        "url": videos.YOUTUBE,
        "poster": "",
        "transcript": rich_text(videos.SAID),
        "duration": "",
        "date": "",
    }
    return form(action, body=streamfield([("video", fields | value)]))


def test_a_block_of_before_is_shown_and_saved_as_it_was():
    block = InterviewBody()
    stored = [{"type": "video", "value": OLD, "id": "d7f2a1b6-0f0c-4d8e-9d7c-6a0d8f0f4f11"}]
    value = block.to_python(stored)
    assert "films.example" in value.render_as_block()
    assert block.get_prep_value(value)[0]["value"] == OLD


def test_an_editor_gives_all_of_it(redactrice):
    page = draft(owner=redactrice.user)
    poster = factories.image()
    answer = redactrice.post(
        edit(page), video_form(poster=str(poster.pk), duration="3:20", date="2026-03-02")
    )
    assert answer.status_code == 302
    value = latest(page).body[0].value
    assert value["poster"] == poster
    assert value.iso_duration == "PT3M20S"
    assert value.video.who == "YouTube (Google)"


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("url", "javascript:alert(1)", "URL valide"),
        (
            "url",
            "https://www.youtube.com@evil.example/watch?v=ab_CD-12345",
            "ne contient pas de nom",
        ),
        ("url", "ftp://films.example/1", "https://"),
        ("duration", "trois minutes", "3:20"),
        ("duration", "3:75", "3:20"),
    ],
)
def test_nonsense_is_refused_with_a_sentence(redactrice, field, value, said):
    page = draft(owner=redactrice.user)
    answer = redactrice.post(edit(page), video_form(**{field: value}))
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert latest(page).body[0].block_type == "exchange"


def test_the_editor_reads_which_hosts_play_in_the_page(redactrice):
    page = draft(owner=redactrice.user)
    html = redactrice.get(edit(page)).content.decode()
    assert "Toute autre adresse reste un lien" in html


def test_a_draft_saved_by_hand_gets_its_poster_an_autosave_does_not(redactrice):
    page = draft(owner=redactrice.user)
    redactrice.post(edit(page), video_form(), headers={"Accept": "application/json"})
    assert not VideoPoster.objects.exists()
    redactrice.post(edit(page), video_form())
    assert VideoPoster.objects.get().waiting


def test_a_video_without_a_transcript_is_named_in_the_checklist_and_stops_nothing(site):
    empty = videos.block(transcript="<p> </p>")
    page = factories.interview(live=False, body=[factories.exchange(), videos.block(), empty])
    found = {finding.key: finding for finding in findings(page)}["video_transcripts"]
    assert [problem.text for problem in found.problems] == ["vidéo 2"]
    assert found.problems[0].anchor == f"block-{page.body[2].id}-section"
    assert not found.blocks
    without = factories.interview(live=False)
    assert "video_transcripts" not in {finding.key for finding in findings(without)}


def test_the_preview_of_the_page_may_play_the_video(redactrice):
    page = draft(owner=redactrice.user, standfirst="Une maire raconte.")
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert redactrice.post(preview, video_form()).json()["is_valid"]
    answer = redactrice.get(preview)
    assert 'class="video__start"' in answer.content.decode()
    assert "https://www.youtube-nocookie.com" in answer["Content-Security-Policy"]


def test_the_interviewee_reads_the_video_with_the_draft(redactrice, visiteur):
    page = videos.interview(videos.block(), live=False, owner=redactrice.user)
    page.save_revision()
    link = AgreementLink.objects.make(page, 14, name="Hélène", created_by=redactrice.user)
    answer = visiteur.get(link.path)
    assert "youtube-nocookie.com" in answer["Content-Security-Policy"]


def test_a_translation_has_its_own_words_and_may_have_its_own_address_and_poster(site):
    page = videos.interview(videos.block(poster=factories.image().pk, duration="3:20"))
    english = translating.to_english(page)
    number = page.body[1].id
    source = translating.translation(english).source
    words = StringSegment.objects.filter(source=source, context__path__startswith=f"body.{number}")
    assert {one.context.path.split(".")[2] for one in words} == {"title", "transcript"}
    own = OverridableSegment.objects.filter(source=source, context__path__contains=number)
    assert {one.context.path.split(".")[2] for one in own} == {"url", "poster"}
    assert InterviewPage.objects.get(pk=english.pk).body[1].value["duration"] == "3:20"


def test_the_cms_embeds_nothing_of_other_hosts():
    (finder,) = get_finders()
    assert finder.accept(videos.YOUTUBE)
    assert not finder.accept("https://twitter.com/x/status/1")
