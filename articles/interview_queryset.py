"""Which interviews, people and topics pages show. None reads all interviews, however many."""

from django.db import models

from articles.cards.shown import LINKS, load_cards, load_links
from articles.catalogue.everything import NEXT, catalogue, find_closest
from articles.interview_links import Interviewee
from articles.snippets import Person, Topic
from cyberworkers.answering.asked import known_each
from cyberworkers.answering.readable import active_locale
from editing.pages import PublishedQuerySet


class InterviewQuerySet(PublishedQuerySet):
    def with_pictures(self):
        """Return the pages with what a card takes from their own rows: no text of the body."""
        return self.select_related("hero_image", "locale").defer_streamfields()

    def newest(self):
        """Return what visitors may read, newest first; `load_cards` loads what cards show of it."""
        return self.published().with_pictures().order_by("-date", "-pk")

    def cards(self):
        """Return the same with all that a card shows, where there is one list on a page."""
        people = Interviewee.objects.select_related("person")
        people = models.Prefetch("interviewee_links", people)
        return self.newest().prefetch_related("hero_image__renditions", people)

    def chosen(self, pages):
        """Return those of ``pages`` that visitors may read, in their order.

        Each in the language of the request: a translated page names what its source names. One
        that was deleted is None among ``pages``. Those that can be read as they are, are not
        asked for again.
        """
        keys = dict.fromkeys(page.translation_key for page in pages if page)
        found = {
            page.translation_key: page for page in pages if page and self.model.is_readable(page)
        }
        others = [key for key in keys if key not in found]
        if others:
            translations = self.newest().filter(translation_key__in=others)
            found |= {page.translation_key: page for page in translations}
        return [found[key] for key in keys if key in found]

    def chosen_cards(self, pages):
        """Return `chosen`, with all that a card shows."""
        found = self.chosen(pages)
        load_cards(found)
        return found

    def topics(self):
        """Return the topics, in the language of the request, of what visitors may read."""
        return self.named_by("topic_links__topic", Topic)

    def named_by(self, link, model):
        """Return what ``link`` names in what visitors may read.

        One interview is looked for by person or topic. PostgreSQL would make a join of all their
        interviews of an Exists, which has no limit in its eyes.
        """
        naming = self.published().filter(**{link: models.OuterRef("pk")}).order_by()
        named = model.objects.alias(found=models.Subquery(naming.values("pk")[:1]))
        return named.filter(found__isnull=False, locale=active_locale())

    def latest_people(self, count):
        """Return the ``count`` people who spoke last in what visitors may read, then by name.

        Read from the newest interviews on, as far as it takes.
        """
        person = "interviewee_links__person"
        spoken = self.published().order_by("-date")
        spoken = spoken.values_list(person, f"{person}__locale", "date")
        language = active_locale()
        seen, start, step = {}, 0, 5 * count
        while rows := list(spoken[start : start + step]):
            for key, locale, date in rows:
                if locale == language:
                    seen.setdefault(key, date)
            # Of several who spoke on the same day, the names decide: the day is read to its end.
            last = rows[-1][-1]
            if len([day for day in seen.values() if day > last]) >= count:
                break
            start, step = start + step, 2 * step
        people = Person.objects.filter(pk__in=seen)
        return sorted(people, key=lambda one: (-seen[one.pk].toordinal(), one.name))[:count]

    def related_to(self, page):
        """Return other interviews on the topics of ``page``: those that share most come first, then
        the newest. People and topics are loaded, those of ``page`` too.
        """
        if page.has_links:  # a draft, with topics of its own
            topics = {link.topic_id for link in page.topic_links.all()}
            keys = catalogue().closest(topics, NEXT, to=page.pk)
        else:
            keys = known_each(find_closest, [page.pk])[page.pk]
        found = self.in_bulk(keys)
        chosen = [found[key] for key in keys if key in found]
        load_links([page, *chosen], *LINKS)
        return chosen
