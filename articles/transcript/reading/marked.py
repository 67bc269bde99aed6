"""Markdown, by markdown-it: what comes out is a page."""

from markdown_it import MarkdownIt

from articles.transcript.paragraphs import (
    MOST_CHARACTERS,
    MOST_PARAGRAPHS,
    TOO_LONG,
    Unreadable,
)
from articles.transcript.reading import markup
from articles.transcript.reading.plain import decoded
from articles.transcript.reading.sentences import HOSTILE

MOST_LINKS = 3_000


def read(data):
    """Return the paragraphs of ``data``, bytes of Markdown. Raises Unreadable."""
    text = decoded(data)
    if len(text) > MOST_CHARACTERS or text.count("\n\n") > 2 * MOST_PARAGRAPHS:
        raise Unreadable(TOO_LONG)
    if text.count("[") > MOST_LINKS:  # each of which markdown-it tries to close
        raise Unreadable(HOSTILE)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return markup.read_text(parser.render(text))
