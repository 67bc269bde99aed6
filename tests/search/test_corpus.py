"""The interviews and the table of searches are sound, and the interviews can be loaded."""

from collections import Counter

import pytest

from articles.models import InterviewPage
from tests import factories
from tests.search.table import corpus

FILES = [
    pytest.param(text, id=f"{language}/{slug}")
    for language in corpus.LANGUAGES
    for slug, text in corpus.interviews(language).items()
]
QUERIES = corpus.queries()
KINDS = Counter(one.kind for one in QUERIES)


@pytest.mark.parametrize("text", FILES)
def test_an_interview_is_of_the_length_and_make_that_the_table_expects(text):
    questions = [one["question"] for one in text["exchanges"]]
    assert len(set(questions)) == len(questions)
    assert 4 <= len(questions) <= 6
    assert [one for one in text["exchanges"] if not 40 <= len(one["answer"].split()) <= 90] == []
    assert len(text["standfirst"]) <= InterviewPage._meta.get_field("standfirst").max_length
    assert text["people"] and text["topics"]


def test_no_two_interviews_have_the_same_title():
    titles = [param.values[0]["title"] for param in FILES]
    assert len(titles) >= 60
    assert len(set(titles)) == len(titles)


def test_the_table_is_as_large_as_was_asked_in_every_kind():
    languages = Counter(one.language for one in QUERIES)
    assert languages["fr"] >= 200
    assert languages["en"] >= 80
    assert KINDS["typing errors"] >= 40
    assert KINDS["questions"] >= 30
    assert KINDS["passage half remembered"] >= 30
    assert KINDS["synonyms"] >= 25
    assert sum(bool(one.passage) for one in QUERIES) >= 30
    assert min(KINDS.values()) >= 5


def test_no_query_is_asked_twice_in_a_language():
    asked = Counter((one.language, one.query.casefold()) for one in QUERIES)
    assert [query for query, times in asked.items() if times > 1] == []
    assert all(one.query.strip() and one.expected for one in QUERIES)


@pytest.mark.parametrize("language", corpus.LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_halves_of_a_kind_are_alike(kind, language):
    halves = Counter(one.half for one in QUERIES if (one.kind, one.language) == (kind, language))
    assert set(halves) <= {"tuning", "kept"}
    assert 0 <= halves["tuning"] - halves["kept"] <= 1


@pytest.mark.django_db
def test_the_corpus_is_published_and_holds_every_page_and_passage_of_the_table(site, visiteur):
    corpus.load()
    found = {}
    for language in corpus.LANGUAGES:
        pages = InterviewPage.objects.live().filter(locale=factories.locale(language))
        found[language] = {page.slug: page for page in pages}
        assert set(corpus.interviews(language)) <= set(found[language])
    addresses = {place for one in QUERIES for place in one.expected if place.startswith("/")}
    assert [place for place in addresses if visiteur.get(place).status_code != 200] == []
    for one in QUERIES:
        slugs = [place for place in one.expected if not place.startswith("/")]
        assert set(slugs) <= set(found[one.language]), one
        if one.passage:
            questions = found[one.language][one.expected[0]].questions
            assert one.passage in [block.value["question"] for block in questions], one
