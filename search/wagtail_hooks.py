"""What editors change of the search."""

from wagtail import hooks

from search.synonyms.viewset import SynonymViewSet


@hooks.register("register_admin_viewset")
def synonyms():
    return SynonymViewSet()
