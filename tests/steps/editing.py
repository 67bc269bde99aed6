"""What an editor does in the page editor: drafts, posted forms, messages."""

from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from editing.checklist.settings import ChecklistSettings
from tests import factories

NOTHING = inline_formset([])


def draft(**fields):
    """Return a draft interview that lacks the standfirst, unless it is given."""
    page = factories.interview(live=False, **{"standfirst": ""} | fields)
    page.save_revision()
    return page


def set_levels(**levels):
    """Let administrators have set how much some items of the checklist matter, by their keys."""
    settings = ChecklistSettings.load()
    settings.levels = levels
    settings.save()


ANSWERS = {
    "count": "1",
    "0": {
        "order": "0",
        "deleted": "",
        "id": "",
        "value": {"speaker": "", "text": rich_text(factories.ANSWER)},
    },
}
EXCHANGE = streamfield([("exchange", {"question": "Pourquoi ?", "answers": ANSWERS})])


def form(action=None, **fields):
    """Return what the editor posts for an interview, complete unless ``fields`` say otherwise."""
    values = {
        "title": "La fibre et le facteur",
        "slug": "la-fibre-et-le-facteur",
        "standfirst": "Un facteur raconte.",
        "date": "2026-11-24",
        "hero_image": "",
        "hero_alt": "",
        "body": EXCHANGE,
        "interviewee_links": NOTHING,
        "interviewer_links": NOTHING,
        "topic_links": NOTHING,
        "comments": NOTHING,
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
    }
    return nested_form_data(values | fields | ({action: "1"} if action else {}))


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def said(response):
    """Return the messages that the CMS shows next."""
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def latest(page):
    return Page.objects.get(pk=page.pk).specific.get_latest_revision_as_object()


def answer_linking_to(pk, kind="page"):
    return factories.exchange(answers=(f'<p><a linktype="{kind}" id="{pk}">la mairie</a></p>',))
