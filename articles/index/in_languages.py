"""The topics and people that readers can open: in which languages, at which addresses."""

from django.db.models import F, Max, Q

from cyberworkers.found.card import Alternate


def in_languages(snippets, links, path, indexes, interviews):
    """Return lists of (snippet, Alternate) of one translation key each, French first.

    ``snippets`` is a queryset of topics or people, ``links`` name what ties them to interviews,
    ``path`` returns the end of the address of one, given an index. ``indexes`` are the lists of
    interviews that anybody may read, ``interviews`` the interviews, in all languages; those in
    another language than the snippet, which wait for its translation, do not open it. A snippet
    has its `changed`: when the newest of its interviews was published.
    """
    by_locale = {index.locale_id: index for index in indexes}
    readable, latest = Q(), {}
    for link in links:
        tied = Q(**{f"{link}__page__in": interviews, f"{link}__page__locale": F("locale")})
        readable |= tied
        latest[f"latest_{link}"] = Max(f"{link}__page__last_published_at", filter=tied)
    found = {}
    for snippet in (
        snippets.filter(readable, locale__in=by_locale)
        .annotate(**latest)
        .order_by("-locale__language_code", "name")
    ):
        dates = (getattr(snippet, name) for name in latest)
        snippet.changed = max(filter(None, dates), default=None)
        index = by_locale[snippet.locale_id]
        url = index.full_url + path(index, snippet)
        alternate = Alternate(index.locale.language_code, url)
        found.setdefault(snippet.translation_key, []).append((snippet, alternate))
    return list(found.values())
