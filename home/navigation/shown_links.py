"""The links of the menu and the footer that readers see."""

from typing import NamedTuple

from wagtail.models import Page

from cyberworkers.answering.readable import readable


class Link(NamedTuple):
    label: str
    url: str


class Column(NamedTuple):
    heading: str
    links: list


def to_pages(pages, request):
    return [Link(page.title, page.get_url(request)) for page in pages]


def shown_links(values, request):
    """Return a Link for each of ``values`` that leads elsewhere, or to a page that is published,
    public and in the language of the request.
    """
    return links(values, published(values), request)


def columns_of(setting, language, request):
    """Return the Columns of the footer that have something to show. One look-up for all."""
    allowed = published(setting.links("columns", language))
    found = [
        Column(block.value["heading"], links(block.value["links"], allowed, request))
        for block in setting.of("columns", language)
    ]
    return [column for column in found if column.links]


def published(values):
    """Return the primary keys of the pages of ``values`` that anybody may read."""
    chosen = [value["page"].pk for value in values if value["page"]]
    if not chosen:
        return set()
    pages = readable(Page.objects.filter(pk__in=chosen))
    return set(pages.values_list("pk", flat=True))


def links(values, allowed, request):
    found = []
    for value in values:
        page, label = value["page"], value["label"]
        if page and page.pk in allowed:
            found.append(Link(label or page.title, page.get_url(request)))
        elif value.get("address"):
            found.append(Link(label, value["address"]))
    return found
