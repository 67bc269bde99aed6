"""Interviews written for the tests of search, beside those of the demo, so that ranking matters.

One file each in corpus/fr/ and corpus/en/, named for its slug. `queries.toml` says which pages
should answer what readers type.
"""

import tomllib
from html import escape
from pathlib import Path
from typing import NamedTuple

from django.test import TestCase
from django.utils.text import slugify

from articles.models import Interviewee, Interviewer, InterviewPage, InterviewTopic, Person, Topic
from home.demo.content import load_content
from home.demo.identity import fill_identity
from home.images import SiteImage
from tests import factories

HERE = Path(__file__).parent
LANGUAGES = ("fr", "en")


class Query(NamedTuple):
    """What a reader types, and which pages are an honest answer: any of ``expected``.

    One of ``expected`` is the slug of an interview or the address of any other page. ``half`` is
    "tuning" or "kept"; ``passage`` is the question whose answer was asked for, where there is one.
    """

    language: str
    kind: str
    half: str
    query: str
    expected: tuple
    passage: str = ""


def queries():
    """Return the Query of each line of queries.toml, in its order."""
    table = tomllib.loads((HERE / "queries.toml").read_text(encoding="utf-8"))
    return [
        Query(language, **line | {"expected": tuple(line["expected"])})
        for language in LANGUAGES
        for line in table[language]
    ]


def interviews(language):
    """Return {slug: what its file says} of the corpus in ``language``."""
    files = sorted((HERE / "corpus" / language).glob("*.toml"))
    return {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in files}


def load():
    """Publish the demo's content and the corpus in a set-up site. To be called once."""
    with TestCase.captureOnCommitCallbacks(execute=True):  # the translations wait for that
        load_content()
    fill_identity()
    picture = SiteImage.objects.first().pk
    for language in LANGUAGES:
        locale, index = factories.locale(language), factories.index(language)
        people, topics = known(Person, locale), known(Topic, locale)
        for slug, text in interviews(language).items():
            page = InterviewPage(
                title=text["title"],
                slug=slug,
                locale=locale,
                standfirst=text["standfirst"],
                date=text["date"],
                body=body(text, picture),
            )
            page.interviewee_links = [
                Interviewee(person=person(one, people, locale), locale=locale, sort_order=order)
                for order, one in enumerate(text["people"])
            ]
            page.interviewer_links = [
                Interviewer(person=person(one, people, locale), locale=locale, sort_order=order)
                for order, one in enumerate(text.get("interviewers", []))
            ]
            page.topic_links = [
                InterviewTopic(topic=topic(name, topics, locale), locale=locale, sort_order=order)
                for order, name in enumerate(text["topics"])
            ]
            index.add_child(instance=page)


def known(model, locale):
    return {one.slug: one for one in model.objects.filter(locale=locale)}


def person(text, people, locale):
    """Return the Person of that name, made if there is none: the first to name one describes."""
    slug = slugify(text["name"])
    if slug not in people:
        role = ", ".join(filter(None, [text.get("role"), text.get("organization")]))
        note = text.get("note", "")
        people[slug] = Person.objects.create(
            name=text["name"], slug=slug, role=role, biography=note, locale=locale
        )
    return people[slug]


def topic(name, topics, locale):
    slug = slugify(name)
    if slug not in topics:
        topics[slug] = Topic.objects.create(name=name, slug=slug, locale=locale)
    return topics[slug]


def body(text, picture):
    """Return the blocks of an interview: exchanges, then quotes, figures and notes."""
    blocks = [
        factories.exchange(one["question"], [paragraph(one["answer"])]) for one in text["exchanges"]
    ]
    blocks += [{"type": "pull_quote", "value": one} for one in text.get("quotes", [])]
    for one in text.get("figures", []):
        image = {"image": picture, "alt_text": one["alt"], "decorative": False}
        blocks.append({"type": "figure", "value": {"image": image, "caption": one["caption"]}})
    blocks += [
        {"type": "editors_note", "value": {"text": paragraph(one["text"])}}
        for one in text.get("notes", [])
    ]
    return InterviewPage._meta.get_field("body").stream_block.to_python(blocks)


def paragraph(text):
    return f"<p>{escape(text, quote=False)}</p>"
