"""The topics that readers can open: in which languages, at which addresses."""

from django.db.models import Max, Q

from articles.snippets import Topic
from cyberworkers.card import Alternate


def topics_in_languages(indexes, interviews, **which):
    """Return lists of (Topic, Alternate) of one translation key each, French first.

    ``indexes`` are the lists of interviews that anybody may read, ``interviews`` the interviews,
    in all languages; ``which`` filters the topics. A topic has its `changed`: when the newest
    of its interviews was published.
    """
    by_locale = {index.locale_id: index for index in indexes}
    readable = Q(interview_links__page__in=interviews)
    topics = (
        Topic.objects.filter(readable, locale__in=by_locale, **which)
        .annotate(changed=Max("interview_links__page__last_published_at", filter=readable))
        .order_by("-locale__language_code", "name")
    )
    found = {}
    for topic in topics:
        index = by_locale[topic.locale_id]
        alternate = Alternate(index.locale.language_code, index.full_url + index.topic_path(topic))
        found.setdefault(topic.translation_key, []).append((topic, alternate))
    return list(found.values())
