"""What editors change of the search."""

from wagtail import hooks

from search.promoted.viewset import PromotionViewSet
from search.synonyms.viewset import SynonymViewSet


@hooks.register("register_admin_viewset")
def synonyms():
    return SynonymViewSet()


@hooks.register("register_admin_viewset")
def promotions():
    return PromotionViewSet()
