"""The text of interviews for feeds: all of them from as many queries as one."""

from itertools import islice
from uuid import uuid4

from django.db.models import prefetch_related_objects
from django.template.loader import get_template
from wagtail.rich_text import expand_db_html

from articles.index.feed_html import clean
from articles.interview_page import InterviewPage
from articles.video.posters import add_posters
from cyberworkers.typography import french_html

# What to read next is for the site's own readers.
LEFT_OUT = {"related"}


def contents(interviews, language, request):
    """Return the HTML of each of ``interviews``, cards in ``language``, by its key."""
    passages = passages_of(interviews)
    images = [page.hero_image for page in interviews]
    prefetch([passage for some in passages.values() for passage in some], images)
    template, mark = get_template("articles/feed_entry.html"), f"<!--{uuid4()}-->"
    rendered = (
        template.render({"page": page, "passages": passages[page.pk]}, request)
        for page in interviews
    )
    # The links of all texts are looked up at once.
    texts = expand_db_html(mark.join(rendered)).split(mark)
    return {
        page.pk: clean(french_html(text) if language == "fr" else text, page.get_full_url(request))
        for page, text in zip(interviews, texts, strict=False)
    }


def passages_of(interviews):
    """Return the blocks of each of ``interviews`` by its key, as if they were one text: what they
    refer to is loaded for all together.
    """
    stream = InterviewPage._meta.get_field("body").stream_block
    known = stream.child_blocks.keys() - LEFT_OUT
    stored = {
        page.pk: [block for block in page.body.raw_data if block["type"] in known]
        for page in interviews
    }
    together = iter(stream.to_python([block for blocks in stored.values() for block in blocks]))
    return {key: list(islice(together, len(blocks))) for key, blocks in stored.items()}


def prefetch(passages, images):
    """Load the posters of videos, and the renditions of every image of ``passages`` or given."""
    videos = [one.value for one in passages if one.block_type == "video"]
    add_posters(videos)
    figures = (one.value["image"] for one in passages if one.block_type == "figure")
    pictures = (video.picture for video in videos)
    shown = [image for image in (*images, *figures, *pictures) if image]
    prefetch_related_objects(shown, "renditions")
