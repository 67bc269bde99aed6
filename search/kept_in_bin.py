"""What of the search goes into the bin with a page, and comes back with it: its recommendations."""

from django.utils.translation import ngettext

from search.promoted.models import Promotion


def rows(page):
    return list(Promotion.objects.filter(page=page.pk))


def losses(page):
    if count := len(rows(page)):
        sentence = ngettext(
            "%(count)d recommended result goes into the bin with the page.",
            "%(count)d recommended results go into the bin with the page.",
            count,
        )
        yield sentence % {"count": count}
