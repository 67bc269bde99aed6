"""What the people of a review do in the editor, with a standing page."""

import json

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, TaskState
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from home.models import HomePage, StandardPage
from tests import factories
from tests.steps import following

COMMENTS = inline_formset([])


def standard_page(owner, title="Notre charte", language="fr", live=False):
    """Return a page that ``owner`` made, with a first revision."""
    home = HomePage.objects.get(locale=factories.locale(language))
    page = StandardPage(
        title=title,
        slug=f"page-{Page.objects.count()}",
        body="<p>Un premier jet.</p>",
        locale=home.locale,
        owner=owner,
        live=live,
    )
    home.add_child(instance=page)
    page.save_revision(user=owner)
    return page


def fields(page, **changes):
    latest = Page.objects.get(pk=page.pk).get_latest_revision_as_object()
    data = {
        "title": latest.title,
        "slug": latest.slug,
        "body": rich_text(changes.pop("body", latest.body)),
        "seo_title": latest.seo_title,
        "search_description": latest.search_description,
        "go_live_at": typed(latest.go_live_at),
        "expire_at": typed(latest.expire_at),
        "comments": changes.pop("comments", COMMENTS),
    }
    return nested_form_data(data) | changes


def typed(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M") if moment else ""


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def save(client, page, action=None, **changes):
    """Post the editor of ``page`` with ``changes``; return what the person sees then."""
    data = fields(page, **changes) | ({action: "1"} if action else {})
    return following.post(client, edit_url(page), data)


def submit(client, page, **changes):
    return save(client, page, "action-submit", **changes)


def publish(client, page, **changes):
    return save(client, page, "action-publish", **changes)


def seen(page):
    """Return what the editor's form says of the text that it shows."""
    latest = Page.objects.get(pk=page.pk).latest_revision
    return {
        "loaded_revision_id": latest.pk,
        "loaded_revision_created_at": latest.created_at.isoformat(),
        "translation-opened": timezone.now().isoformat(),
    }


def act(client, page, action, comment=None, **changes):
    """Approve or reject in the editor."""
    if comment is not None:
        changes["workflow-action-extra-data"] = json.dumps({"comment": comment})
    changes["workflow-action-name"] = action
    return save(client, page, "action-workflow-action", **seen(page), **changes)


def act_in_modal(client, page, action, state=None, comment="", known=None):
    """Approve or reject as Wagtail's list of texts to review does."""
    state = state or step(page)
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    known = seen(page) if known is None else known
    return following.post(client, url, {"comment": comment, **known})


def autosave(client, page, **changes):
    return client.post(
        edit_url(page), fields(page, **changes), headers={"Accept": "application/json"}
    )


def step(page):
    """Return the state of the step that ``page`` is at, or None."""
    return Page.objects.get(pk=page.pk).current_workflow_task_state


def at(page):
    """Return the name of the step that ``page`` is at, or None."""
    return state.task.name if (state := step(page)) else None


def messages(response):
    return " ".join(str(message) for message in response.context["messages"])


def approvals(page):
    return TaskState.objects.for_instance(page).filter(status=TaskState.STATUS_APPROVED).count()
