"""An interview in the words of schema.org: see docs/decisions/2026-11-found-and-shared.md."""

import re

from bs4 import BeautifulSoup
from django.conf import settings

from articles.addresses.below import interview_index
from cyberworkers.found.card import absolute
from cyberworkers.found.structured import breadcrumbs, common, frame, without_nothing
from cyberworkers.remembered.texts import remembered

WORD = re.compile(r"\w[\w’'-]*")


def interview(page, card):
    """Return an Article with its questions and answers, taken from the blocks of ``page``.

    As many queries as the page itself: what the blocks refer to is loaded once for both.
    """
    return [*frame(), article(page, card), breadcrumbs(page)]


def article(page, card):
    texts = list(words_of(page.body))
    askers = [person(one) for one in page.interviewers]
    speakers = {one.pk: person(one) for one in page.interviewees}
    return without_nothing(
        {
            "@type": "Article",
            "@id": card.url,
            "url": card.url,
            "mainEntityOfPage": card.url,
            "isPartOf": {"@id": f"{settings.SITE_URL}/#website"},
            "headline": page.title,
            "alternativeHeadline": page.seo_title,
            **common(card),
            "genre": "Interview",
            "author": askers or {"@id": f"{settings.SITE_URL}/#organization"},
            "publisher": {"@id": f"{settings.SITE_URL}/#organization"},
            "about": list(speakers.values()),
            "keywords": [topic.name for topic in page.topics],
            "wordCount": sum(word_count(text) for text in texts),
            "hasPart": [question(one, askers, speakers, card) for one in page.questions],
        }
    )


def person(one):
    """Return a Person, with the address that readers can open, and the name that stands for it."""
    index = interview_index()
    url = index and index.person_url(one)
    return without_nothing(
        {
            "@type": "Person",
            "@id": url and f"{absolute(url)}#person",
            "name": one.name,
            "jobTitle": one.role,
            "url": url and absolute(url),
        }
    )


def profile(one):
    """Return what makes a WebPage the page of a person."""
    about = {"description": one.biography}
    return {"@type": "ProfilePage", "mainEntity": without_nothing(person(one) | about)}


def question(block, askers, speakers, card):
    """Return the exchange as a Question. All its answers are “accepted”: they belong together,
    whereas a “suggested” one would wait for a vote.
    """
    answers = [answer(value, speakers) for value in block.value["answers"]]
    return without_nothing(
        {
            "@type": "Question",
            "url": f"{card.url}#q-{block.id}",
            "name": block.value["question"],
            "author": askers,
            "acceptedAnswer": answers,
        }
    )


def answer(value, speakers):
    speaker = value["speaker"]
    known = speaker and (speakers.get(speaker.pk) or person(speaker))
    author = [known] if known else list(speakers.values())
    return without_nothing({"@type": "Answer", "text": plain(value["text"]), "author": author})


def plain(rich_text):
    """Return stored rich text as plain text, each paragraph on a line of its own."""
    return plain_text(rich_text.source) if rich_text else ""


@remembered(characters=1_000_000)
def plain_text(html):
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup(["p", "li", "h2", "h3", "br"]):
        tag.append("\n")
    return soup.get_text().strip()


@remembered(characters=1_000_000)
def word_count(text):
    return len(WORD.findall(text))


def words_of(body):
    """Yield what a reader reads of ``body``."""
    for block in body:
        value = block.value
        if block.block_type == "exchange":
            yield value["question"]
            yield from (plain(one["text"]) for one in value["answers"])
        elif block.block_type in ("paragraph", "editors_note"):
            yield plain(value["text"])
        elif block.block_type in ("heading", "pull_quote"):
            yield value["text"] if block.block_type == "heading" else value["quote"]
