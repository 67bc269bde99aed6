"""The checklist in the editor: at page load, and again after each save without a reload."""

from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from wagtail.admin.panels import Panel
from wagtail.admin.staticfiles import versioned_static
from wagtail.models import Page

from editing.checklist.findings import findings
from editing.passages import current, known_translation_of


class ChecklistPanel(Panel):
    """Lists the items of the page's type; has no field of its own."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "editing/checklist_panel.html"

        def get_context_data(self, parent_context=None):
            # 0 stands for a page that is not saved yet: the script puts in what the save says.
            url = reverse("editing_checklist", args=[self.instance.pk or 0])
            return super().get_context_data(parent_context) | {
                **state(self.instance),
                "page": self.instance,
                "url": url,
            }

        @property
        def media(self):
            return Media(
                js=[versioned_static("editing/checklist.js")],
                css={"all": [versioned_static("editing/checklist.css")]},
            )


def state(page):
    """Return what the templates of the checklist show of ``page``."""
    found = findings(page)
    if known_translation_of(page):
        found = [without_anchors(finding) for finding in found]
    return {
        "findings": found,
        "blocking": sum(finding.blocks for finding in found),
        "advised": sum(not finding.passed and not finding.blocks for finding in found),
    }


def without_anchors(finding):
    """Return ``finding`` for the translation editor, which has none of the editor's fields."""
    problems = [problem._replace(anchor="") for problem in finding.problems]
    return finding._replace(anchor="", problems=problems)


@never_cache
def checklist(request, page_id):
    """Answer with the list as it is for the latest draft. Raises PermissionDenied, Http404."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = current(page.get_latest_revision_as_object().specific)
    return render(request, "editing/checklist.html", state(draft))
