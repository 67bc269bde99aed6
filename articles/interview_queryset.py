"""Which interviews, people and topics pages show. None reads all interviews, however many."""

from django.db import models

from articles.interview_links import Interviewee, InterviewTopic
from articles.snippets import Person, Topic
from cyberworkers.readable import active_locale
from editing.pages import PublishedQuerySet


class InterviewQuerySet(PublishedQuerySet):
    def cards(self):
        """Return what visitors may read, newest first, with all that a card shows."""
        return (
            self.published()
            .select_related("hero_image", "locale")
            .prefetch_related(
                "hero_image__renditions",
                models.Prefetch("interviewee_links", Interviewee.objects.select_related("person")),
                models.Prefetch("topic_links", InterviewTopic.objects.select_related("topic")),
            )
            .order_by("-date", "-pk")
        )

    def chosen(self, pages):
        """Return as cards those of ``pages`` that visitors may read, in their order.

        Each in the language of the request: a translated page names what its source names. One
        that was deleted is None among ``pages``.
        """
        keys = dict.fromkeys(page.translation_key for page in pages if page)
        readable = {
            page.translation_key: page for page in self.cards().filter(translation_key__in=keys)
        }
        return [readable[key] for key in keys if key in readable]

    def topics(self):
        """Return the topics, in the language of the request, of what visitors may read."""
        return self.named_by("topic_links__topic", Topic)

    def people(self):
        """Return who speaks, in the language of the request, in what visitors may read."""
        return self.named_by("interviewee_links__person", Person)

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

    def of_person(self, person, role="interviewee_links"):
        """Return the interviews in which ``person`` has the part that the links ``role`` name."""
        return self.filter(pk__in=getattr(person, role).values("page"))

    def related_to(self, page, count):
        """Return ``count`` other interviews on the topics of ``page``: those that share most come
        first, then the newest. Cards, whose topics are loaded.
        """
        topics = {link.topic_id for link in page.topic_links.all()}
        most = (
            self.model.objects.published()
            .filter(topic_links__topic__in=topics)
            .exclude(pk=page.pk)
            .values("pk")
            .annotate(shared=models.Count("topic_links__topic", distinct=True))
            .order_by("-shared", "-date", "-pk")
        )
        chosen = self.filter(pk__in=most.values("pk")[:count])

        def closeness(one):
            shared = topics & {link.topic_id for link in one.topic_links.all()}
            return len(shared), one.date, one.pk

        return sorted(chosen, key=closeness, reverse=True)
