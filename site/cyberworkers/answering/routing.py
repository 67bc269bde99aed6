"""The page of an address, with all above it and their translations, from two statements.

Wagtail asks twice for each step of the path, and the page then for what lies above it and for its
translations. The page itself still routes: what a routable page has below it stays its own.
"""

from django.http import Http404
from django.urls import Resolver404
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page
from wagtail.views import serve

from cyberworkers.answering.readable import is_public
from cyberworkers.answering.site import note_site
from cyberworkers.pages import OwnPage

# Longer addresses, which no page of ours has, and trees with several sites are left to Wagtail.
MOST_STEPS = 12
# What is asked of the pages above and of translations.
SHOWN = (
    *("title", "slug", "path", "depth", "url_path", "live", "content_type", "alias_of"),
    *("translation_key", "locale__language_code"),
)


class RoutePages:
    """Middleware: finds the page before Wagtail's view looks for it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if view is not serve:
            return
        slugs = [slug for slug in args[0].split("/") if slug]
        root = note_site(request)
        if root is None or len(slugs) > MOST_STEPS:
            return
        try:
            request._wagtail_route_for_request = route(request, root, slugs)
        except Http404:
            request._wagtail_route_for_request = None


def route(request, root, slugs):
    """Return Wagtail's RouteResult for the address ``slugs`` below ``root``; raises Http404."""
    paths = [root + "".join(f"{slug}/" for slug in slugs[:end]) for end in range(len(slugs) + 1)]
    pages = list(with_translations(paths, [*root.strip("/").split("/")[-1:], *slugs]))
    by_path = {page.url_path: page for page in pages}
    above = []
    for number, path in enumerate(paths):
        if path not in by_path:
            break
        page, rest = by_path[path], slugs[number:]
        if answers(page, rest):
            return whole(page, above, pages).route(request, rest)
        above.append(page)
    raise Http404


def with_translations(paths, slugs):
    """Return the pages at ``paths`` in all languages. Of the two columns, slugs have an index."""
    named = Page.objects.filter(slug__in=slugs, url_path__in=paths)
    pages = Page.objects.filter(translation_key__in=named.values("translation_key"))
    return pages.select_related("locale").only(*SHOWN).order_by("-locale__language_code")


def answers(page, rest):
    """Return whether ``page`` answers itself what is ``rest`` of the address below it."""
    model = page.specific_class
    if not rest:
        return True
    if not (model and issubclass(model, RoutablePageMixin) and page.live):
        return False
    try:
        model.get_resolver().resolve(f"/{'/'.join(rest)}/")
    except Resolver404:
        return False
    return True


def whole(page, above, pages):
    """Return ``page`` with the fields of its type, and what is known of it already."""
    model = page.specific_class
    if not (model and issubclass(model, OwnPage)):
        return page.specific
    found = model.objects.select_related(*model.fetched_with).get(pk=page.pk)
    found.locale = page.locale
    found.way = [one for one in above if one.live]
    same = [one for one in pages if one.translation_key == page.translation_key]
    found.translations = [one for one in same if one.live and is_public(one)]
    if above:
        found._cached_parent_obj = above[-1]  # as Wagtail's own routing does
    return found
