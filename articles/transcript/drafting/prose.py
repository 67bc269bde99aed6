"""Words with their marks as the rich text of Wagtail's editor."""

from itertools import groupby
from urllib.parse import urlsplit

from django.utils.html import conditional_escape, format_html, format_html_join

SCHEMES = ("http", "https", "mailto", "tel")


def rich(runs):
    """Return ``runs`` as HTML. A link that leads to no page or address is left as words."""
    return format_html_join("", "{}", ((rich_run(run),) for run in runs))


def rich_run(run):
    html = conditional_escape(run.text)
    html = format_html("<i>{}</i>", html) if run.italic else html
    html = format_html("<b>{}</b>", html) if run.bold else html
    return format_html('<a href="{}">{}</a>', run.href, html) if leads(run.href) else html


def leads(href):
    try:
        return urlsplit(href).scheme in SCHEMES
    except ValueError:
        return False


def text(parts):
    """Return a rich text of ``parts``: pairs of runs, and None or whether an item has a number.

    Items that follow each other are one list.
    """
    html = []
    for ordered, group in groupby(parts, key=lambda part: part[1]):
        texts = [(rich(runs),) for runs, _ordered in group]
        if ordered is None:
            html.append(format_html_join("", "<p>{}</p>", texts))
        else:
            items = format_html_join("", "<li>{}</li>", texts)
            html.append(format_html("<ol>{}</ol>" if ordered else "<ul>{}</ul>", items))
    return format_html_join("", "{}", ((one,) for one in html))


def unmarked(runs, *marks):
    """Return ``runs`` without ``marks`` where all of them have these: they say nothing then."""
    for mark in marks:
        if all(getattr(run, mark) for run in runs if run.text.strip()):
            runs = [run._replace(**{mark: False}) for run in runs]
    return runs
