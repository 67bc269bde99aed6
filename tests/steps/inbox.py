"""Plausible requests, as the people of an inbox find them."""

import uuid
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from contact.models import QuoteRequest
from tests import factories

LIST = "/cms/quote_requests/"


def ask(name="Solange Prévert", company="Menuiserie Prévert", text="", minutes=0, **fields):
    """Return a stored request that came ``minutes`` ago."""
    text = text or "Nous fabriquons des escaliers et notre site date de 2009."
    email = fields.pop("email", "solange@prevert.example")
    language = fields.pop("language", "fr")
    answers = [
        {"name": "name", "label": "Votre nom", "type": "singleline", "value": name},
        {"name": "email", "label": "Votre adresse", "type": "email", "value": email},
        {"name": "activity", "label": "Votre activité", "type": "multiline", "value": text},
    ]
    quote_request = QuoteRequest.objects.create(
        page=fields.pop("page", factories.quote_page(language)),
        page_title="Demander un devis",
        token=uuid.uuid4(),
        form_data={},
        language=language,
        name=name,
        company=company,
        email=email,
        answers=fields.pop("answers", answers),
        **fields,
    )
    quote_request.submit_time = timezone.now() - timedelta(minutes=minutes)
    QuoteRequest.objects.filter(pk=quote_request.pk).update(submit_time=quote_request.submit_time)
    return quote_request


def address(name, quote_request):
    return reverse(f"quote_requests:{name}", args=[quote_request.pk])


def page_of(quote_request):
    return address("edit", quote_request)


def bulk(action, *requests):
    path = reverse("wagtail_bulk_action", args=["contact", "quoterequest", action])
    return path + "?" + "&".join(f"id={one.pk}" for one in requests)


def shown(client, **query):
    """Return the names of the list in its order."""
    return [one.name for one in client.get(LIST, query).context["object_list"]]


def history(quote_request, client):
    """Return the entries of the history page, the newest first."""
    table = client.get(address("history", quote_request)).context["object_list"]
    return [(entry.message, entry.user_display_name) for entry in table]
