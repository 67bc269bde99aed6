"""Which pages are the site's own: those that can be asked what its rooms want to know of a page."""

from wagtail.models import get_page_models


class OwnPage:
    """A page of a type of this site, which answers all that `editing.pages.BasePage` says aloud.

    Only BasePage inherits it. It stands here because that class is built from the rooms that ask
    (checklist, bin, sitemap …), which therefore cannot import it. Whoever may hold another page
    asks ``isinstance(page, OwnPage)`` first: Wagtail's welcome page is a plain Page, and so is
    any page whose type the site has no more. Of these the rooms expect nothing.
    """


def own_page_types():
    """Return the page types of the site, as its applications bring them."""
    return [model for model in get_page_models() if issubclass(model, OwnPage)]
