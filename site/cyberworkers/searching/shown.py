"""What pages, and whatever else has an address, tell the search of the site of themselves.

An app names in its module `searchable` what it lets readers find beside its pages: ``KINDS``, a
list of `Kind`; and in ``FOLLOWED`` what else changes the text of pages: {model: a function that
returns the keys of these pages}.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db import models
from wagtail.rich_text import get_text_for_indexing

HEADING = re.compile(r"<h[23][^>]*>(.*?)</h[23]>", re.DOTALL)


class Passage(NamedTuple):
    """A part of a text, found by itself: a question with its answers, a paragraph, a note.

    ``anchor`` is its place on the page, the part of the address after “#”.
    """

    text: str
    heading: str = ""
    anchor: str = ""


class Mark(NamedTuple):
    """Something by which a list of results can be narrowed: ``kind`` topic, person or year."""

    kind: str
    value: str
    label: str


@dataclass
class Shown:
    """All text that readers see of something, in the order in which it counts."""

    title: str
    people: tuple = ()
    topics: tuple = ()
    standfirst: str = ""
    also: tuple = ()  # what stands around the text: the words of its address
    passages: tuple = ()
    day: date | None = None
    marks: tuple = ()


class Kind(NamedTuple):
    """What of ``model`` and its subclasses is found; each belongs to a `locale`.

    ``shown`` returns what readers see of one of them: a `Shown`, or None where there is nothing.
    ``opened`` returns, by one statement, {key: what its address is made of} of those of the keys
    given that readers can open in the active language; ``address`` makes it.
    """

    model: type[models.Model]
    shown: Callable
    opened: Callable
    address: Callable


def stream_passages(body):
    """Return a `Passage` for each block of the StreamField value ``body`` that has text."""
    passages = (Passage(text=words_of(block)) for block in body)
    return tuple(passage for passage in passages if passage.text)


def words_of(block):
    """Return the text of a block of a StreamField."""
    return "\n".join(str(text) for text in block.block.get_searchable_content(block.value) if text)


def html_passages(html):
    """Return a `Passage` for each part that a heading of the stored rich text ``html`` begins."""
    first, *others = HEADING.split(html)
    parts = [("", first), *zip(others[::2], others[1::2], strict=True)]
    passages = (Passage(text=plain(text), heading=plain(heading)) for heading, text in parts)
    return tuple(passage for passage in passages if passage.text or passage.heading)


def plain(html):
    """Return the text of stored rich text."""
    return get_text_for_indexing(html or "").strip()
