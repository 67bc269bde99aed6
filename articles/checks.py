"""What an interview should have before readers see it."""

import re

from django.db.models import Count, Q
from django.utils.html import strip_tags
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.snippets import Topic
from editing.checklist.checks import Check, Filled, Level, Problem

# A name that a camera or an editor gave: "DSC_0042", "pylone.jpg".
FILE_NAME = re.compile(r"_|\.(avif|gif|jpe?g|png|svg|webp)$", re.IGNORECASE)


def figures(page):
    """Return number, image, value and place in the editor of each figure that has an image."""
    blocks = [block for block in page.body if block.block_type == "figure"]
    for number, block in enumerate(blocks, 1):
        if image := block.value["image"]:
            yield number, image, block.value, f"block-{block.id}-section"


class Standfirst(Filled):
    key = field = "standfirst"
    label = _("Standfirst")
    advice = _("Write in two sentences at most why to read this interview.")
    level = Level.REQUIRED


class AlternativeTexts(Check):
    key = "alternative_texts"
    label = _("Alternative texts")
    help_text = _("What each image shows, in words: for those who do not see it.")
    advice = _("Say in words what each image shows, or mark it as decorative.")
    level = Level.REQUIRED

    def problems(self, page):
        found = []
        if page.hero_image and not self.is_telling(page.hero_description):
            found.append(Problem(gettext("main image"), "id_hero_alt"))
        for number, image, _value, anchor in figures(page):
            if not image.decorative and not self.is_telling(image.contextual_alt_text):
                found.append(Problem(gettext("figure %(number)s") % {"number": number}, anchor))
        return found

    def judges(self, path):
        return path == "hero_alt" or path.endswith(".alt_text")

    def is_telling(self, text):
        text = (text or "").strip()
        return bool(text) and not FILE_NAME.search(text)


class ImageCredits(Check):
    key = "image_credits"
    label = _("Photo credits")
    help_text = _("Who made each image.")
    advice = _("Name the photographer or illustrator of each image.")

    def problems(self, page):
        found = []
        if page.hero_image and not page.hero_image.credit.strip():
            found.append(Problem(gettext("main image"), "id_hero_image"))
        for number, image, value, anchor in figures(page):
            if not (value["credit"] or image.credit or "").strip():
                found.append(Problem(gettext("figure %(number)s") % {"number": number}, anchor))
        return found


class ImageSize(Check):
    key = "image_size"
    label = _("Size of the main image")
    help_text = _("At least 1440 pixels wide, so that it is sharp on large screens.")
    advice = _(
        "Choose a main image at least 1440 pixels wide: a smaller one is blurred on large screens."
    )
    anchor = "id_hero_image"

    def concerns(self, page):
        return bool(page.hero_image)

    def problems(self, page):
        # The widest that articles/templates/articles/components/main_picture.html asks for.
        return [Problem()] if page.hero_image.width < 1440 else []


class Exchange(Check):
    key = "exchange"
    label = _("Questions and answers")
    help_text = _("At least one question with its answer.")
    advice = _("Add at least one question with its answer.")
    level = Level.REQUIRED
    anchor = "body-root"

    def problems(self, page):
        for block in page.questions:
            answers = [strip_tags(answer["text"].source) for answer in block.value["answers"]]
            if block.value["question"].strip() and any(text.strip() for text in answers):
                return []
        return [Problem()]

    def judges(self, path):
        return path.endswith(".question") or ".answers." in path


class VideoTranscripts(Check):
    key = "video_transcripts"
    label = _("Transcripts of videos")
    help_text = _("What is said in each video, as a text: for those who do not hear or play it.")
    advice = _("Write down what is said in each video.")

    def concerns(self, page):
        return any(block.block_type == "video" for block in page.body)

    def problems(self, page):
        blocks = [block for block in page.body if block.block_type == "video"]
        return [
            Problem(gettext("video %(number)s") % {"number": number}, f"block-{block.id}-section")
            for number, block in enumerate(blocks, 1)
            if not is_written(block.value["transcript"])
        ]

    def judges(self, path):
        return path.endswith(".transcript")


def is_written(rich_text):
    return bool(rich_text and strip_tags(rich_text.source).strip())


class Agreement(Check):
    key = "agreement"
    label = _("Interviewee's agreement")
    help_text = _("To the version that is to be published.")
    advice = _("Ask the interviewee to read this version and to agree to it.")

    def problems(self, page):
        return [] if page.is_agreed else [Problem()]


class Topics(Check):
    """A topic is chosen, and none whose page would be empty but for this interview.

    Such a topic has no description and no other published interview.
    """

    key = "topics"
    label = _("Topics")
    help_text = _("At least one; and none without a description that holds no other interview.")
    advice = _("Choose a topic, and describe those that hold no other interview yet.")
    anchor = "id_topic_links-TOTAL_FORMS"

    def problems(self, page):
        chosen = [link.topic_id for link in page.topic_links.all() if link.topic_id]
        if not chosen:
            return [Problem()]
        others = Q(interview_links__page__live=True) & ~Q(interview_links__page=page.pk or 0)
        empty = (
            Topic.objects.filter(pk__in=chosen, description="")
            .annotate(others=Count("interview_links", filter=others))
            .filter(others=0)
        )
        return [Problem(topic.name) for topic in empty]


INTERVIEW_CHECKS = [
    Standfirst,
    Exchange,
    AlternativeTexts,
    ImageCredits,
    ImageSize,
    Topics,
    VideoTranscripts,
    Agreement,
]
