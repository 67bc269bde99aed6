"""The checklist at the doors to publication that Wagtail lets us watch.

`editing.pages.BasePage.publish` holds the others: approval, translations, code.
"""

from django.shortcuts import redirect
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from editing.checklist.findings import blocking
from editing.checklist.panel import checklist
from editing.checklist.refusal import say_why
from editing.editor.saving import say_what_was_overtaken


@hooks.register("register_admin_urls")
def register_checklist():
    return [path("checklist/<int:page_id>/", checklist, name="editing_checklist")]


@hooks.register("before_publish_page")
def keep_as_draft(request, page):
    """Stop publication and scheduling from the editor; the text is a saved draft by then."""
    if missing := blocking(page):
        say_what_was_overtaken(request, page)
        say_why(request, page, missing)
        return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_bulk_action")
def refuse_in_bulk(request, action_type, objects, action):
    """Publish all of the chosen pages or none of them."""
    if action_type != "publish" or not issubclass(action.model, Page):
        return None
    pages = {page.pk: page for page in objects}
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        for page in objects:
            pages.update((below.pk, below) for below in page.get_descendants().not_live())
    drafts = [page.specific.get_latest_revision_as_object() for page in pages.values()]
    return refuse(request, drafts, action.next_url)


@hooks.register("before_copy_page")
def refuse_copy(request, page):
    """Stop copies that would be live at once."""
    if request.method != "POST" or not (
        request.POST.get("publish_copies") or request.POST.get("alias")
    ):
        return None
    pages = page.get_descendants(inclusive=True).live()
    if not request.POST.get("copy_subpages"):
        pages = pages.filter(pk=page.pk)
    back = get_valid_next_url_from_request(request)
    return refuse(
        request, pages.specific(), back or reverse("wagtailadmin_pages:copy", args=[page.pk])
    )


def refuse(request, pages, back):
    """Say of each page what it lacks, and return a redirect; None when all are ready."""
    refused = False
    for page in pages:
        if missing := blocking(page):
            say_why(request, page, missing, reverse("wagtailadmin_pages:edit", args=[page.pk]))
            refused = True
    return redirect(back) if refused else None
