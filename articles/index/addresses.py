"""The addresses below the list of interviews: topics, people, feeds; what is told of them."""

from django.http import Http404
from django.utils.translation import gettext

from articles.index.in_languages import in_languages, opened
from articles.index.pictures import picture_of_first, picture_of_person
from articles.interview_page import InterviewPage
from articles.snippets import Person, Topic
from articles.structured import profile
from cyberworkers.answering.readable import public
from cyberworkers.found import structured

# What ties interviews to them.
TOPICS = ["topic_links__topic"]
PEOPLE = ["interviewee_links__person", "interviewer_links__person"]


def self_standing(url, number):
    """Return what a Card says of page ``number`` of the list at ``url``: it stands for itself."""
    return {"url": f"{url}?page={number}", "alternates": []} if number > 1 else {}


def of_page(title, number):
    """Return the title of page ``number`` of a list, which only the first has to itself."""
    if number == 1:
        return title
    return gettext("%(title)s – page %(number)s") % {"title": title, "number": number}


class IndexAddresses:
    """What `ArticleIndexPage` says of each of its addresses, to readers and to machines."""

    def topic_path(self, topic):
        """Return the end of the address of ``topic``, in the language of this page."""
        return self.path_to("topic", topic)

    def person_path(self, person):
        return self.path_to("person", person)

    def path_to(self, name, snippet, language=None):
        language = language or self.locale.language_code
        return self.reverse_subpage(f"{name}_{language}", args=[snippet.slug])

    def feed_path(self, topic=None):
        """Return the end of the address of the feed, or of that of ``topic``."""
        name = "topic_feed" if topic else "feed"
        args = [topic.slug] if topic else []
        return self.reverse_subpage(f"{name}_{self.locale.language_code}", args=args)

    def topic_url(self, topic):
        return self.url + self.topic_path(topic)

    def person_url(self, person):
        return self.url + self.person_path(person)

    @property
    def feed_url(self):
        return self.url + self.feed_path()

    def list_card(self, request, interviews, topic):
        """Return the Card of a page of the list. What only a parameter selects is not indexed."""
        parameters = {name for name in request.GET if not name.startswith("utm_")}
        hidden = bool(parameters - {"page"}) or not interviews
        number = interviews.number
        if topic:
            picture = picture_of_first(interviews)
            about = {"description": topic.description, "hidden": hidden, "picture": picture}
            return self.card_below(request, topic, "topic", number, **about)
        title = of_page(self.seo_title or self.title, number)
        return self.card(
            request, title=title, hidden=hidden, **self_standing(self.full_url, number)
        )

    def snippet(self, snippets, slug, links, name):
        """Return the one of ``snippets`` that readers can open at ``slug``; raises Http404.

        With its `alternates`: its addresses in all languages.
        """
        asked = snippets.filter(locale=self.locale_id, slug=slug).values("translation_key")
        same = snippets.filter(translation_key__in=asked)
        readable = opened(same, links, public(InterviewPage.objects.live()))

        def path(index, one):
            return self.path_to(name, one, index.locale.language_code)

        for languages in in_languages(readable, path, self.translations):
            for snippet, _alternate in languages:
                if snippet.locale_id == self.locale_id:
                    snippet.alternates = [alternate for _one, alternate in languages]
                    return snippet
        raise Http404("Nothing that readers may see is there.")

    def person_card(self, request, person, interviews, number):
        """Return the Card of page ``number`` of what the person answered and asked."""
        picture = picture_of_person(person) or picture_of_first(interviews)
        about = {"description": person.biography, "kind": "profile", "picture": picture}
        node = profile(person)
        return self.card_below(request, person, "person", number, node, **about)

    def card_below(self, request, snippet, name, number, node=None, **about):
        """Return the Card of page ``number`` of a topic or a person: this page's dates are not
        theirs. ``node`` is what its WebPage says beyond what is usual.
        """
        url = self.full_url + self.path_to(name, snippet)
        usual = {
            "title": of_page(snippet.name, number),
            "url": url,
            "alternates": snippet.alternates,
            "published": None,
            "changed": None,
        }
        card = self.card(request, **usual | about | self_standing(url, number))
        if not card.hidden:
            way = structured.breadcrumbs(self, last=(snippet.name, card.url))
            card.data = [*structured.frame(), structured.web_page(card) | (node or {}), way]
        return card

    def get_route_paths(self):
        """Return all that lies below this page, so that redirects lead on when it moves."""
        interviews = public(InterviewPage.objects.child_of(self).live())
        topics = Topic.objects.filter(pk__in=interviews.values(*TOPICS))
        paths = ["", self.feed_path()]
        for topic in topics:
            paths += [self.topic_path(topic), self.feed_path(topic)]
        for link in PEOPLE:
            people = Person.objects.filter(pk__in=interviews.values(link))
            paths += [self.person_path(person) for person in people]
        return [f"/{path}" for path in dict.fromkeys(paths)]
