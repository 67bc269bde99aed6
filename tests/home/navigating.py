"""The menu and the footer, as editors post them and readers find them."""

import re

from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.models import Navigation

EMPTY = streamfield([])


def page(slug):
    return Page.objects.get(slug=slug)


def link(page=None, label="", **more):
    return {"page": page.pk if page else "", "label": label, **more}


def menu(*links):
    return streamfield([("link", value) for value in links])


def columns(**links):
    """Return columns with their heading and links: one with an ``address`` leads elsewhere."""
    return streamfield([("column", column(*one)) for one in links.items()])


def column(heading, links):
    return {"heading": heading, "links": numbered({"address": ""} | link for link in links)}


def numbered(values):
    items = [
        {"id": "", "order": str(order), "deleted": "", "value": value}
        for order, value in enumerate(values)
    ]
    return {"count": str(len(items))} | {str(order): item for order, item in enumerate(items)}


def form(**fields):
    values = {
        f"{name}_{language}": EMPTY for name in ("menu", "columns") for language in ("fr", "en")
    }
    return nested_form_data(values | {"sentence_fr": "", "sentence_en": ""} | fields)


def address(name="edit"):
    return reverse(f"wagtailsettings:{name}", args=["home", "navigation", Navigation.load().pk])


def save(client, **fields):
    return client.post(address(), form(**fields))


def in_menu(client, url="/"):
    return texts(client, url, r'<nav class="masthead__menu".*?</nav>.*?(?=<nav|</header>)')


def in_footer(client, url="/"):
    return texts(client, url, r'<footer class="colophon".*?</footer>')


def texts(client, url, pattern):
    """Return the words of the links in what ``pattern`` matches, in their order."""
    html = client.get(url).content.decode()
    return re.findall(r"<a [^>]*>([^<]*)</a>", re.search(pattern, html, re.DOTALL)[0])
