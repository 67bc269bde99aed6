"""What the site changes in Wagtail for every page."""

from wagtail import hooks

from home.rich_text import BulkPageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def register_links(features):
    features.register_link_type(BulkPageLinkHandler)
