"""This person's texts that readers do not see yet, and where each of them is."""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.models import Page, Task, WorkflowState, get_default_page_content_type

from editing.dates import since, spoken
from editing.desk.panel import ListPanel, Row, language
from editing.names import name
from editing.schedule import due


class DraftsPanel(ListPanel):
    name = "my-drafts"
    heading = gettext_lazy("My texts in progress")
    empty = gettext_lazy("You have no text in progress.")
    icon = "edit"
    order = 30
    guide = "ecrire"

    @property
    def all_url(self):
        return reverse("wagtailadmin_explore_root") + f"?owner={self.user.pk}"

    def concerns(self):
        return user_has_any_page_permission(self.user)

    def rows(self):
        pages = list(
            Page.objects.filter(
                Q(owner=self.user) | Q(latest_revision__user=self.user),
                Q(live=False) | Q(has_unpublished_changes=True),
                alias_of=None,
            )
            .select_related("locale")
            .order_by("-latest_revision_created_at", "-pk")[: self.limit + 1]
        )
        numbers = [str(page.pk) for page in pages]
        reviews = reviews_of(numbers)
        steps = steps_of(reviews.values())
        dates = dict(
            due.scheduled()
            .filter(object_id__in=numbers)
            .values_list("object_id", "approved_go_live_at")
        )
        return [
            Row(
                title=page.get_admin_display_title(),
                url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
                language=language(page),
                notes=[_("changed %(when)s") % {"when": since(page.latest_revision_created_at)}]
                if page.latest_revision_created_at
                else [],
                **place(page, reviews.get(str(page.pk)), steps, dates.get(str(page.pk))),
            )
            for page in pages
        ]


def reviews_of(numbers):
    """Return the running review of each of these pages, by the page's number."""
    states = (
        WorkflowState.objects.active()
        .filter(base_content_type=get_default_page_content_type(), object_id__in=numbers)
        .select_related("current_task_state__task", "current_task_state__finished_by")
    )
    return {state.object_id: state for state in states}


def steps_of(reviews):
    """Return for each step that these reviews stand at the names of the groups it waits for."""
    tasks = {review.current_task_state.task_id for review in reviews if review.current_task_state}
    return {
        task.pk: ", ".join(task.groups.values_list("name", flat=True))
        for task in Task.objects.filter(pk__in=tasks).specific()
        if hasattr(task, "groups")
    }


def place(page, review, steps, date):
    """Return the fields of a row that say where ``page`` is."""
    step = review and review.current_task_state
    if step and review.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state = _("Sent back by %(person)s") % {"person": name(step.finished_by)}
        return {"state": state, "comment": step.comment, "urgent": True}
    if step:
        state = [_("In review, step “%(step)s”") % {"step": step.task.name}]
        if steps.get(step.task_id):
            state.append(_("with: %(groups)s") % {"groups": steps[step.task_id]})
        state.append(_("submitted %(when)s") % {"when": since(step.started_at)})
        return {"state": " · ".join(state)}
    if date and date < timezone.now():
        return {"state": _("Late: was due on %(date)s") % {"date": spoken(date)}, "urgent": True}
    if date:
        return {"state": _("Scheduled for %(date)s") % {"date": spoken(date)}}
    if page.live:
        return {"state": _("Online, with changes that are not published")}
    return {"state": _("Draft")}
