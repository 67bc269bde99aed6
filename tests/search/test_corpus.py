"""The interviews and the table of searches are sound, and the interviews can be loaded."""

import pytest

from articles.models import InterviewPage
from tests import factories
from tests.search import corpus

FILES = [
    pytest.param(text, id=f"{language}/{slug}")
    for language in corpus.LANGUAGES
    for slug, text in corpus.interviews(language).items()
]


@pytest.mark.parametrize("text", FILES)
def test_an_interview_is_of_the_length_and_make_that_the_table_expects(text):
    questions = [one["question"] for one in text["exchanges"]]
    assert len(set(questions)) == len(questions)
    assert 4 <= len(questions) <= 6
    assert [one for one in text["exchanges"] if not 40 <= len(one["answer"].split()) <= 90] == []
    assert len(text["standfirst"]) <= InterviewPage._meta.get_field("standfirst").max_length
    assert text["people"] and text["topics"]


@pytest.mark.django_db
def test_the_corpus_is_published_and_holds_every_page_and_passage_of_the_table(site, visiteur):
    corpus.load()
    found = {}
    for language in corpus.LANGUAGES:
        pages = InterviewPage.objects.live().filter(locale=factories.locale(language))
        assert set(corpus.interviews(language)) <= set(pages.values_list("slug", flat=True))
        found[language] = {page.slug: page for page in pages}
    addresses = {place for one in corpus.queries() for place in one.expected if place[0] == "/"}
    assert [place for place in addresses if visiteur.get(place).status_code != 200] == []
    for one in corpus.queries():
        slugs = [place for place in one.expected if place[0] != "/"]
        assert set(slugs) <= set(found[one.language]), one
        asked = {
            block.value["question"]
            for slug in slugs
            for block in found[one.language][slug].questions
        }
        assert not one.passage or one.passage in asked, one
