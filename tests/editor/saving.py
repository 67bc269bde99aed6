"""What the browser of an editor sends of a standing page, with the revision that it knows."""

import re
from datetime import timedelta

from django.urls import reverse
from wagtail.models import Revision
from wagtail.test.utils.form_data import nested_form_data, rich_text

from editing.models import AutosavedRevision
from home.models import StandardPage

COMMENTS = {
    f"comments-{name}": value
    for name, value in {
        "TOTAL_FORMS": 0,
        "INITIAL_FORMS": 0,
        "MIN_NUM_FORMS": 0,
        "MAX_NUM_FORMS": "",
    }.items()
}


def mentions(site):
    """Return a draft of a standing page, with a first revision."""
    page = site.add_child(
        instance=StandardPage(title="Mentions", slug="mentions-2", body="<p>Un.</p>", live=False)
    )
    page.save_revision()
    return page


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def opened(client, page):
    """Open the editor; return what its form would post."""
    html = client.get(edit_url(page)).content.decode()
    revision = {
        name: re.search(rf'name="{name}" value="([^"]*)"', html)[1]
        for name in ("loaded_revision_id", "loaded_revision_created_at")
    }
    return COMMENTS | revision | {"title": page.title, "slug": page.slug}


def save(client, page, form, text, **extra):
    body = {"body": rich_text(f"<p>{text}</p>")}
    return client.post(edit_url(page), nested_form_data(body) | form | extra)


def autosave(client, page, form, text):
    """Save as the browser does by itself; the form then names the revision that it made."""
    body = nested_form_data({"body": rich_text(f"<p>{text}</p>")})
    answer = client.post(edit_url(page), body | form, headers={"Accept": "application/json"}).json()
    if answer.get("success"):
        form["overwrite_revision_id"] = str(answer["revision_id"])
    return answer


def hidden_fields(response):
    """Return the form of the question, as the browser would send it."""
    found = response.context["typed"]
    return {name: str(value) for name, value in found}


def texts(page):
    return [revision.content["body"] for revision in page.revisions.order_by("pk")]


def pass_by(**time):
    """Let so much time have passed since all that was saved."""
    ago = timedelta(**time)
    for one in AutosavedRevision.objects.all():
        AutosavedRevision.objects.filter(pk=one.pk).update(begun=one.begun - ago)
    for one in Revision.objects.all():
        Revision.objects.filter(pk=one.pk).update(created_at=one.created_at - ago)
