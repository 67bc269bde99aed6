"""The sitemap: what anybody may read, in every language. An index, and parts of it.

Pages have numbered parts, by their key: a page never moves to another. What apps list beside pages
they name in their modules `sitemap`: ``PARTS``, functions by name that return entries, each an
Alternate, the Alternates in all languages, itself included, and the moment of its last change.
"""

import re
from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, F, Max, Q
from wagtail.models import Page

from cyberworkers.answering.asked import reading
from cyberworkers.found.card import Alternate, hreflang
from cyberworkers.pages import own_page_types
from cyberworkers.slots import modules

PER_PART = 1000  # pages
COLUMNS = ("pk", "path", "url_path", "translation_key", "locale__language_code", "content_type_id")


def readable():
    return Page.objects.live().public().filter(depth__gt=1)


def parts():
    """Return the names of the parts, each with the moment of its last change or None."""
    numbered = (
        readable()
        .filter(alias_of=None)
        .order_by()
        .values_list(F("pk") / PER_PART)
        .annotate(Max("last_published_at"))
    )
    return {**dict(sorted(numbered)), **dict.fromkeys(apps_parts())}


def part(name):
    """Return the entries of the part ``name``, or None where there is no such part."""
    found = apps_parts().get(name)
    if found:
        return [entry(*values) for values in found()]
    return list(pages(int(name))) or None if re.fullmatch(r"[0-9]{1,9}", name) else None


def apps_parts():
    return {name: part for app in modules("sitemap") for name, part in app.PARTS.items()}


def entry(own, alternates, changed):
    languages = [{"lang_code": code, "location": url} for code, url in hreflang(alternates)]
    return {"location": own.url, "lastmod": changed, "alternates": languages}


def pages(number):
    """Yield the entries of the pages of a part, from as many queries for many as for few."""
    everything = readable()
    canonical = everything.filter(alias_of=None)
    here = canonical.filter(pk__gte=number * PER_PART, pk__lt=(number + 1) * PER_PART)
    rows = list(here.order_by("path").values(*COLUMNS, "last_published_at"))
    lists, address = lists_of(everything, rows), Addresses(everything)
    same = canonical.filter(translation_key__in=here.order_by().values("translation_key"))
    languages = defaultdict(list)
    for other in same.order_by("-locale__language_code").values(*COLUMNS):
        alternate = Alternate(other["locale__language_code"], address.of(other))
        languages[other["translation_key"]].append(alternate)
    for row in rows:
        below, changed = lists.get(row["pk"], (True, row["last_published_at"]))
        if below:
            own = Alternate(row["locale__language_code"], address.of(row))
            yield entry(own, languages[row["translation_key"]], changed)


def lists_of(everything, rows):
    """Return, by key of those of ``rows`` that list pages below them, (whether they have any to
    show, when the newest of them changed); the list itself is one of them.
    """
    types = ContentType.objects.get_for_models(*own_page_types())
    kinds = {types[model].pk: model for model in types if model.lists_pages_below}
    lists = [row for row in rows if row["content_type_id"] in kinds]
    asked = {}
    for row in lists:
        below = Q(path__startswith=row["path"])
        asked[f"count_{row['pk']}"] = Count("pk", filter=below)
        asked[f"changed_{row['pk']}"] = Max("last_published_at", filter=below & Q(alias_of=None))
    found = everything.aggregate(**asked) if asked else {}
    return {
        row["pk"]: (
            found[f"count_{row['pk']}"] > 1 or not kinds[row["content_type_id"]].lists_only,
            found[f"changed_{row['pk']}"],
        )
        for row in lists
    }


class Addresses:
    """Full addresses without a page object for each: that of a site's first page, and the rest."""

    def __init__(self, everything):
        firsts = everything.filter(depth=2)
        self.firsts = {page.path: (page.url_path, page.get_full_url(reading())) for page in firsts}

    def of(self, row):
        """Return the address of a page of ``row``, or None when it lies below no site."""
        first, url = self.firsts.get(row["path"][: 2 * Page.steplen], ("", None))
        return url and url + row["url_path"].removeprefix(first)
