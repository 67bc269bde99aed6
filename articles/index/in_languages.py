"""The topics and people that readers can open: in which languages, at which addresses."""

from django.db.models import F, Max, OuterRef, Q, Subquery

from cyberworkers.answering.asked import reading
from cyberworkers.found.card import Alternate


def in_languages(snippets, path, indexes):
    """Return lists of (snippet, Alternate) of one translation key each, French first.

    ``snippets`` are topics or people that readers can open, ``path`` returns the end of the
    address of one, given an index. ``indexes`` are the lists of interviews that anybody may read;
    a snippet in a language that has none is left out.
    """
    by_locale = {index.locale_id: index for index in indexes}
    found = {}
    for snippet in snippets.filter(locale__in=by_locale).order_by("-locale__language_code", "name"):
        index = by_locale[snippet.locale_id]
        url = index.get_full_url(reading()) + path(index, snippet)
        alternate = Alternate(index.locale.language_code, url)
        found.setdefault(snippet.translation_key, []).append((snippet, alternate))
    return list(found.values())


def opened(snippets, links, interviews):
    """Return those of ``snippets``, a few topics or people, that an interview opens.

    ``interviews`` are those that anybody may read, ``links`` name what ties them to snippets; those
    in another language than the snippet, which wait for its translation, do not open it. Each is
    looked for by its own links: a join of all links would read every interview.
    """
    readable = Q()
    for number, link in enumerate(links):
        # The languages are compared as a range: SQLite would take its index of languages else.
        tied = interviews.order_by().filter(
            **{link: OuterRef("pk")},
            locale__gte=OuterRef("locale"),
            locale__lte=OuterRef("locale"),
        )
        snippets = snippets.alias(**{f"found_{number}": Subquery(tied.values("pk")[:1])})
        readable |= Q(**{f"found_{number}__isnull": False})
    return snippets.filter(readable)


def changes(links, interviews):
    """Return, by the key of each topic or person that an interview opens, when the newest of its
    interviews was published, or None. As `opened`, for all of them at once.
    """
    found = {}
    for link in links:
        tied = interviews.order_by().filter(locale=F(f"{link}__locale"))
        for key, date in tied.values_list(link).annotate(Max("last_published_at")):
            found[key] = max(filter(None, [date, found.get(key)]), default=None)
    return found
