"""Markdown, by markdown-it: what comes out is a page."""

from markdown_it import MarkdownIt

from articles.transcript.reading import markup
from articles.transcript.reading.plain import decoded


def read(data):
    """Return the paragraphs of ``data``, bytes of Markdown. Raises Unreadable."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return markup.read_text(parser.render(decoded(data)))
