"""Fill a set-up site with a magazine of any size, fast: rows in bulk, the same at every call.

Interview ``n`` is the same whatever the number of interviews, and so is what a reader sees first:
the `NEWEST` are the first, newer than all others, and among the first `ALL` every person speaks and
every topic is spoken of, in every year. So 100 and 10,000 differ in nothing but their number. The
first topic is that of every second interview, the first person speaks in every fourth: the worst
that a magazine could do.

Its texts are put together from those of the demo. Dates are spread over `YEARS`, every tenth
interview is in English too, and one in three names interviews to be read next.
"""

import random
import uuid
from datetime import UTC, datetime, time, timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Locale, Page

from articles.models import (
    ArticleIndexPage,
    Interviewee,
    Interviewer,
    InterviewPage,
    InterviewTopic,
    Person,
    Topic,
)
from home.demo.content import load_images
from home.images import SiteImage
from tests.bench.magazine import words

YEARS, ENGLISH, BATCH = 20, 10, 500
NEWEST, ALL = 48, 100  # more than any page lists, of the first topic and person too
JOURNALISTS = 6  # the first of the people: they ask
OURS = r"^entretien-[0-9]+$"
GOLDEN = 0.6180339887498949  # its multiples spread evenly, however many there are
NAMESPACE = uuid.UUID("9c1e6b1e-9d4b-4a3e-8f0a-3a1f5d2f7c55")


def fill(interviews, people=500, topics=100, search_index=False):
    """Add interviews until there are ``interviews`` in French, with ``people`` and ``topics``.

    The site must be set up; what it has besides does not count. The demo's images are used, and
    loaded where there are none.
    ``search_index`` builds the search index anew at the end (minutes for 10,000).
    """
    images = list(SiteImage.objects.order_by("pk")[:12]) or list(load_images().values())
    french, english = (Locale.objects.get(language_code=code) for code in ("fr", "en"))
    with transaction.atomic():
        for locale in (french, english):
            cast = Cast(locale, people, topics, [image.pk for image in images])
            every = 1 if locale == french else ENGLISH
            made = InterviewPage.objects.filter(locale=locale, slug__regex=OURS).count()
            numbers = list(range(0, interviews, every))[made:]
            for start in range(0, len(numbers), BATCH):
                cast.publish(numbers[start : start + BATCH])
    if search_index:
        call_command("update_index", verbosity=0)


class Cast:
    """The people, topics and images of one language, and the interviews made of them."""

    def __init__(self, locale, people, topics, images):
        self.locale, self.images = locale, images
        self.language = locale.language_code
        self.index = ArticleIndexPage.objects.get(locale=locale)
        self.people = self.snippets(Person, people, words.name)
        self.topics = self.snippets(Topic, topics, words.topic)
        self.type = ContentType.objects.get_for_model(InterviewPage)

    def snippets(self, model, count, name):
        """Return the keys of ``count`` people or topics; those that lack are made."""
        kind = model._meta.model_name
        keys = [uuid.uuid5(NAMESPACE, f"{kind}-{number}") for number in range(count)]
        model.objects.bulk_create(
            (
                model(
                    name=name(number),
                    slug=f"{slugify(name(number))}-{number}",
                    locale=self.locale,
                    translation_key=key,
                    **words.about(model, number),
                )
                for number, key in enumerate(keys)
            ),
            ignore_conflicts=True,
        )
        found = model.objects.filter(locale=self.locale, translation_key__in=keys)
        by_key = dict(found.values_list("translation_key", "pk"))
        return [by_key[key] for key in keys]

    def publish(self, numbers):
        """Store the interviews ``numbers``, with their links."""
        self.index.refresh_from_db()
        last = self.index.get_last_child()
        step = Page._str2int(last.path[-Page.steplen :]) if last else 0
        pages = [self.page(n, step + place) for place, n in enumerate(numbers, 1)]
        Page.objects.bulk_create(pages)
        self.index.numchild = F("numchild") + len(pages)
        Page.objects.filter(pk=self.index.pk).update(numchild=self.index.numchild)
        for place, (number, page) in enumerate(zip(numbers, pages, strict=True)):
            linked = [one.pk for one in pages[max(0, place - 3) : place]]
            self.interview(number, page, linked).save_base(raw=True, force_insert=True)
        for place, model in enumerate((Interviewee, Interviewer, InterviewTopic)):
            ties = (self.links(*pair)[place] for pair in zip(numbers, pages, strict=True))
            model.objects.bulk_create(tie for some in ties for tie in some)

    def page(self, number, step):
        title, when = words.title(number, self.language), moment(number)
        slug = f"entretien-{number}"
        return Page(
            title=title,
            draft_title=title,
            slug=slug,
            path=Page._get_path(self.index.path, self.index.depth + 1, step),
            depth=self.index.depth + 1,
            url_path=f"{self.index.url_path}{slug}/",
            locale=self.locale,
            translation_key=uuid.uuid5(NAMESPACE, f"interview-{number}"),
            content_type=self.type,
            search_description=words.description(number, self.language),
            first_published_at=when,
            last_published_at=when + timedelta(days=number % 7),
        )

    def interview(self, number, page, linked):
        """Return the row of the interview itself, to be stored below that of ``page``."""
        chosen = random.Random(number)  # noqa: S311 - plausible, not secret
        raw = words.body(chosen, self.language, self.images, linked, listed=number % 3 == 0)
        interview = InterviewPage(
            page_ptr=page,
            standfirst=words.description(number, self.language),
            date=moment(number).date(),
            hero_image_id=self.images[number % len(self.images)],
            body=InterviewPage._meta.get_field("body").stream_block.to_python(raw),
        )
        interview.__dict__.update(
            {field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields}
        )
        return interview

    def links(self, number, page):
        """Return the interviewees, the interviewer and the topics: rows that tie them."""
        chosen = random.Random(-number - 1)  # noqa: S311
        asked, told = self.people[:JOURNALISTS], self.people[JOURNALISTS:]
        tied = {"page_id": page.pk, "locale": self.locale}
        speakers = sorted(speaking(number, len(told), chosen))
        about = sorted(spoken_of(number, len(self.topics), chosen))
        return (
            [Interviewee(person_id=told[n], sort_order=n, **tied) for n in speakers],
            [Interviewer(person_id=asked[number % len(asked)], **tied)],
            [InterviewTopic(topic_id=self.topics[n], sort_order=n, **tied) for n in about],
        )


def speaking(number, people, chosen):
    """Return the numbers of those who speak: one or two, or a round of some, of all in turn."""
    if NEWEST <= number < ALL:
        return set(range(number - NEWEST, people, ALL - NEWEST))
    first = 0 if number % 4 == 0 else int(number * GOLDEN % 1 * people)
    return {first, *([int(chosen.random() ** 2 * people)] if number % 3 == 0 else [])}


def spoken_of(number, topics, chosen):
    """Return the numbers of one to five topics, some of which are spoken of far more often."""
    often = {0} if number % 2 == 0 or NEWEST <= number < ALL else set()
    few = {int(chosen.random() ** 2 * topics) for _ in range(number % 4)}
    return {number % topics} | often | few


def moment(number):
    """Return when interview ``number`` appeared: at seven in the morning, within `YEARS`."""
    days = number
    if number >= NEWEST:
        days = NEWEST + int(number * GOLDEN % 1 * (YEARS * 365 - NEWEST))
    day = timezone.localdate() - timedelta(days=days + 7)
    return datetime.combine(day, time(7), UTC)
