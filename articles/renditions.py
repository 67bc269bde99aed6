"""Fetch the renditions of all images of an interview in one query."""

from django.db.models import prefetch_related_objects

from articles.video.posters import add_posters, videos


def prefetch_renditions(interview, also=()):
    """Load the renditions of the main image, of every figure and of every video's poster.

    And of the images ``also``.
    """
    figures = (block.value["image"] for block in interview.body if block.block_type == "figure")
    shown = videos(interview)
    add_posters(shown)
    posters = (video.picture for video in shown)
    images = [image for image in (interview.hero_image, *figures, *posters, *also) if image]
    prefetch_related_objects(images, "renditions")
