"""What queries find, ours and stock."""

import time
from collections import defaultdict

from django.utils.translation import override
from wagtail.models import Locale, Page
from wagtail.search.backends.database import SearchBackend
from wagtail.search.utils import parse_query_string

from search.index.models import Document
from search.query.finding import find
from search.results import chosen
from tests.search.table.measure import LISTED, rank
from tests.search.table.size import size


def everything(queries):
    ours, passages = [], []
    start = time.monotonic()
    for one in queries:
        found, passage = answer(one)
        ours.append(found)
        passages.append(passage)
    each = 1000 * (time.monotonic() - start) / len(queries)
    about = f"{each:.0f} ms a search, index of {size() / 1e6:.1f} MB"
    backend = stock_backend()
    stock = [by_wagtail(one, backend) for one in queries]
    return {"ours": ours, "passages": passages, "stock": stock, "about": about}


def answer(one):
    """Return the addresses of the first results, and the question to which the expected leads."""
    with override(one.language):
        found = find(one.query, one.language)
        addresses = [found.address(result.candidate) for result in found.results[:LISTED]]
    place = rank(one, addresses)
    result = found.results[place - 1] if place <= len(addresses) else None
    if not (result and result.passages):
        return addresses, ""
    parts = Document.objects.get(pk=result.candidate.key).parts
    return addresses, parts[chosen(result.passages, parts)[0]][1]


def stock_backend():
    """Return Wagtail's own search in the database, with the pages in it."""
    backend = SearchBackend({})
    pages = defaultdict(list)
    for page in Page.objects.specific():
        pages[type(page)].append(page)
    for model, some in pages.items():
        backend.add_bulk(model, some)
    return backend


def by_wagtail(one, backend):
    _filters, query = parse_query_string(one.query, operator="and")
    locale = Locale.objects.get(language_code=one.language)
    pages = Page.objects.live().public().filter(depth__gt=1, locale=locale)
    return [page.url for page in backend.search(query, pages)[:LISTED]]
