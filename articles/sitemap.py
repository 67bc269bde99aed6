"""What the sitemap lists beside pages: the topics and people of which interviews speak."""

from articles.index.addresses import PEOPLE, TOPICS
from articles.index.in_languages import changes, in_languages
from articles.index.page import ArticleIndexPage
from articles.interview_page import InterviewPage
from articles.snippets import Person, Topic


def topics():
    """Return an entry for each topic in each language: (Alternate, all Alternates, its change)."""
    return entries(Topic, TOPICS, "topic_path")


def people():
    return entries(Person, PEOPLE, "person_path")


PARTS = {"topics": topics, "people": people}


def entries(model, links, path):
    changed = changes(links, InterviewPage.objects.live().public())
    indexes = ArticleIndexPage.objects.live().public().select_related("locale")
    found = in_languages(
        model.objects.filter(pk__in=list(changed)),
        lambda index, one: getattr(index, path)(one),
        indexes,
    )
    for languages in found:
        alternates = [alternate for _snippet, alternate in languages]
        for snippet, alternate in languages:
            yield alternate, alternates, changed[snippet.pk]
