"""What the person interviewed does on the page of a link, and where editors look."""

import re

from django.urls import reverse

from articles.models import InterviewPage

# The form for another link.
NEW = {"name": "Hélène Marchetti", "email": "", "message": "", "days": "14"}


def passage(page, number=0):
    return page.get_latest_revision_as_object().body[number].id


def seal(client, link):
    html = client.get(link.path).content.decode()
    return re.search(r'name="seal" value="([^"]+)"', html)[1]


def post(client, link, form_seal=None, **data):
    return client.post(link.path, {"seal": form_seal or seal(client, link), **data})


def change(page, **fields):
    page.refresh_from_db()
    latest = page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(latest, name, value)
    latest.save_revision()
    page.refresh_from_db()


def links(page):
    return reverse("agreement_links", args=[page.pk])


def editor(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def agreed(page):
    return InterviewPage.objects.get(pk=page.pk).get_latest_revision_as_object().is_agreed
