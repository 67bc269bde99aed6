"""The page of an address, with all above it and their translations, from two statements.

Wagtail asks twice for each step of the path, and the page then for what lies above it and for its
translations. The page itself still routes: what a routable page has below it stays its own.
"""

import pickle

from django.http import Http404
from django.urls import Resolver404
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page
from wagtail.views import serve

from cyberworkers.answering.asked import known, known_each
from cyberworkers.answering.readable import is_public
from cyberworkers.answering.site import note_site
from cyberworkers.pages import OwnPage, own_page_types

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
    ends = range(len(slugs) + 1)
    paths = tuple(root + "".join(f"{slug}/" for slug in slugs[:end]) for end in ends)
    found = next((end for end in ends[1:] if paths[end] in known(find_answered_anew)), None)
    if found is None:
        page, rest = locate(paths)
    else:
        page, rest = copy_of(paths[: found + 1]), slugs[found:]
    return page.route(request, rest)


def locate(paths):
    """Return the page that answers the last of ``paths``, and what is left for it to route.

    ``paths`` are the url_paths of the front page, of what may be below it, and so on. Raises
    Http404 where nobody answers.
    """
    names = [path.strip("/").split("/")[-1] for path in paths]
    pages = list(with_translations(paths, names))
    by_path = {page.url_path: page for page in pages}
    above = []
    for path, rest in zip(paths, (names[end:] for end in range(1, len(names) + 1)), strict=True):
        if path not in by_path:
            break
        page = by_path[path]
        if answers(page, rest):
            return whole(page, above, pages), rest
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
    found = model.fetched(page.pk)
    found.locale = page.locale
    found.way = [one for one in above if one.live]
    same = [one for one in pages if one.translation_key == page.translation_key]
    found.translations = [one for one in same if one.live and is_public(one)]
    if above:
        found._cached_parent_obj = above[-1]  # as Wagtail's own routing does
    return found


def find_answered_anew():
    """Return the url_paths of the pages that everybody asks for, since the store keeps no answer.

    Such a page is fetched once for as long as nothing changes. Of the others that would take much
    memory for little: the store has what they answered.
    """
    return frozenset(
        path
        for model in own_page_types()
        if model.is_answered_anew
        for path in model.objects.live().values_list("url_path", flat=True)
    )


def copy_of(paths):
    """Return the page at the last of ``paths``: an object that nobody else has."""
    return pickle.loads(known_each(in_bytes, [paths])[paths])  # noqa: S301 - this process's own


def in_bytes(keys):
    return {paths: pickle.dumps(locate(paths)[0]) for paths in keys}
