"""Fetch the renditions of all images of an interview in one query."""

from django.db.models import prefetch_related_objects


def prefetch_renditions(interview):
    """Load the renditions of the main image and of every figure of ``interview``."""
    figures = (block.value["image"] for block in interview.body if block.block_type == "figure")
    images = [image for image in (interview.hero_image, *figures) if image]
    prefetch_related_objects(images, "renditions")
