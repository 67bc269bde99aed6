"""What the site changes in Wagtail for every page."""

from wagtail import hooks

import home.sites  # noqa: F401 - registers hooks
from home.cutting import QuickFormat
from home.rich_text import BulkPageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def register_links(features):
    features.register_link_type(BulkPageLinkHandler)


@hooks.register("register_image_operations", order=10)
def cut_quickly():
    """Take the place of Wagtail's own operation of this name."""
    return [("format", QuickFormat)]
