"""The columns of the list of requests."""

from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import (
    BulkActionsCheckboxColumn,
    Column,
    DateColumn,
    Table,
    TitleColumn,
)
from wagtail.admin.utils import get_user_display_name


class StarColumn(Column):
    cell_template_name = "contact/inbox/star_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        request = parent_context["request"]
        return context | {
            "csrf_token": get_token(request),
            "next": list_address(request, instance),
            "may_change": parent_context["table"].may_change,
        }


def list_address(request, instance):
    """Return where the list, as it is filtered now, shows ``instance``."""
    query = request.GET.copy()
    query.pop("_w_filter_fragment", None)
    parts = [reverse("quote_requests:index"), query.urlencode()]
    return "?".join(filter(None, parts)) + f"#request-{instance.pk}"


class RequestColumn(TitleColumn):
    """Who asks, for which company, and how the request begins."""

    cell_template_name = "contact/inbox/request_cell.html"


def assignee(quote_request):
    return get_user_display_name(quote_request.assignee) if quote_request.assignee else "–"


def language(quote_request):
    return quote_request.language.upper()


class StateColumn(Column):
    cell_template_name = "contact/inbox/state_cell.html"


COLUMNS = [
    StarColumn("starred", label=_("Star"), classname="inbox-star"),
    RequestColumn(
        "title",
        label=_("Request"),
        url_name="quote_requests:edit",
        get_title_id=lambda one: f"request_{one.pk}_title",
    ),
    StateColumn("get_state_display", label=_("State"), classname="inbox-state"),
    Column("assignee", label=_("Handled by"), accessor=assignee, classname="inbox-assignee"),
    Column("language", label=_("Language"), accessor=language, classname="inbox-language"),
    DateColumn("submit_time", label=_("Date"), classname="inbox-date"),
]


def columns(may_change):
    boxes = BulkActionsCheckboxColumn("bulk_actions", obj_type="request")
    return [boxes, *COLUMNS] if may_change else COLUMNS


class RequestTable(Table):
    classname = "listing inbox-list"
    may_change = False

    def get_row_attrs(self, instance):
        return super().get_row_attrs(instance) | {"id": f"request-{instance.pk}"}

    def get_row_classname(self, instance):
        return "inbox-unread" if instance.is_unread else ""
