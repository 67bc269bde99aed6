"""A magazine in which things happen: who does them, to what, and which addresses it had."""

import random

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from articles.models import ArticleIndexPage, InterviewPage, Person, Topic
from home.models import HomePage, StandardPage
from tests import factories
from tests.conftest import account, signed_in
from tests.steps.pictures import figure, photo

TINY = 96, 60  # pixels: made in a moment in all formats
ALWAYS = ("/", "/en/", "/robots.txt", "/sitemap.xml", "/nulle-part/", "/devis/", "/recherche/?q=a")
LISTS = ("", "?page=2", "?page=2&utm_source=lettre", "?person={0}&gclid=1", "?year=2026")


class World:
    """``random`` decides what happens; ``admin`` may do everything in the CMS."""

    def __init__(self, seed, admin=None):
        self.random = random.Random(seed)
        self.admin = admin or signed_in(account("admin", None))
        self.number = 0
        self.addresses = dict.fromkeys(ALWAYS)  # in the order in which they were first seen

    def fill(self, interviews):
        """Publish so many interviews with people, topics and pictures, and standing pages."""
        for number in range(interviews):
            self.publish_interview(
                f"Entretien {number}", language="en" if number % 5 == 4 else "fr"
            )
        parent = self.publish_standing("La maison")
        self.publish_standing("La maison, en détail", parent)
        self.publish_standing("Une autre maison")
        self.note_addresses()

    def name(self, words="Texte"):
        """Return words that were nowhere before."""
        self.number += 1
        return f"{words} {self.random.getrandbits(40):x}"

    def slug(self):
        return self.name("s").replace(" ", "-")

    def pick(self, found):
        """Return one of a queryset or list, or None."""
        found = list(found.order_by("pk")) if hasattr(found, "order_by") else list(found)
        return self.random.choice(found) if found else None

    def interview(self):
        """Return one that is live, in French."""
        french = InterviewPage.objects.live().filter(alias_of=None, locale=factories.locale())
        return self.looked_at(self.pick(french) or self.publish_interview())

    def standing(self):
        """Return a standing page in French: a translation has an editor of another kind."""
        french = StandardPage.objects.live().filter(alias_of=None, locale=factories.locale())
        return self.looked_at(self.pick(french) or self.publish_standing())

    def ready(self):
        """Publish something where nothing is left to be changed."""
        self.interview(), self.standing()

    def looked_at(self, page):
        """Return ``page``, after a reader has asked for it: what is changed was kept before."""
        self.addresses[page.url] = None
        self.look_at(page.url)
        return page

    def person(self):
        """Return one in French, after a reader has asked for the page of this person."""
        found = self.pick(Person.objects.filter(locale=factories.locale())) or factories.person()
        self.look_at(self.index().url + self.index().person_path(found))
        return found

    def topic(self):
        found = self.pick(Topic.objects.filter(locale=factories.locale())) or factories.topic()
        self.look_at(self.index().topic_url(found))
        return found

    def home(self):
        return HomePage.objects.live().order_by("pk").first()

    def index(self, language="fr"):
        found = ArticleIndexPage.objects.filter(locale__language_code=language)
        return found.order_by("-live", "pk").first()

    def draft(self, title=None, language="fr"):
        """Return an interview that nobody can read yet."""
        picture, number = photo(self.name("Image"), TINY), self.random.randrange(3)
        speaker = factories.person(f"Personne {number}", f"personne-{number}", language=language)
        page = InterviewPage(
            title=title or self.name("Entretien"),
            slug=self.slug(),
            locale=factories.locale(language),
            standfirst="Une maire raconte.",
            search_description="Une maire raconte.",
            body=InterviewPage._meta.get_field("body").stream_block.to_python(
                [factories.exchange(speaker=speaker.pk), figure(picture)]
            ),
            hero_image=picture,
            live=False,
        )
        topic = factories.topic(f"Sujet {number}", f"sujet-{number}", language)
        page.interviewee_links = [factories.Interviewee(person=speaker, locale=page.locale)]
        page.topic_links = [factories.InterviewTopic(topic=topic, locale=page.locale)]
        self.index(language).add_child(instance=page)
        page.save_revision()
        return page

    def publish_interview(self, title=None, language="fr"):
        page = self.draft(title, language)
        page.get_latest_revision().publish()
        return InterviewPage.objects.get(pk=page.pk)

    def publish_standing(self, title=None, parent=None):
        parent = parent or self.home()
        page = StandardPage(
            title=title or self.name("Page"),
            slug=self.slug(),
            body="<p>Du texte.</p>",
            search_description="Du texte.",
            locale=parent.locale,
            show_in_menus=self.random.random() < 0.3,
        )
        parent.add_child(instance=page)
        page.save_revision().publish()
        return StandardPage.objects.get(pk=page.pk)

    def note_addresses(self):
        """Add what readers can ask for now; what they could ask for before stays asked for."""
        found = [page.url for page in Page.objects.live().filter(depth__gt=1).specific()]
        for index in ArticleIndexPage.objects.live().select_related("locale"):
            people = [person.slug for person in Person.objects.filter(locale=index.locale)]
            found += [index.url + end.format(people[0] if people else "x") for end in LISTS]
            found.append(index.url + index.feed_path())
            for topic in Topic.objects.filter(locale=index.locale):
                found += [index.topic_url(topic), index.url.rstrip("/") + "/"]
                found.append(index.url + index.feed_path(topic))
            for person in Person.objects.filter(locale=index.locale):
                found.append(index.url + index.person_path(person))
        found += [f"/sitemap-{name}.xml" for name in ("0", "topics", "people")]
        self.addresses.update(dict.fromkeys(filter(None, found)))

    def choose(self, count):
        """Return so many of the addresses: old ones, new ones, and those that all depend on."""
        known = list(self.addresses)
        newest, rest = known[-12:], [*self.random.sample(known, min(count, len(known)))]
        chosen = [*self.random.sample(newest, min(3, len(newest))), *rest]
        return list(dict.fromkeys(["/", *chosen]))[:count]

    def post(self, view, *args, **data):
        """Post to the CMS; raises AssertionError where the form comes back."""
        answer = self.admin.post(reverse(view, args=args), data)
        assert answer.status_code == 302, f"{view} {args}: {answer.status_code}"
        return answer

    # A test sets these: what asks for an address, which is then compared after the change; what
    # compares now; what does so within a transaction.

    def look_at(self, address):
        pass

    def check(self):
        pass

    def check_inside(self):
        pass

    def now(self):
        return timezone.now()
