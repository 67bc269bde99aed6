"""What every page of the calendar shares."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from articles.calendar.rights import may_look


class CalendarFrame(WagtailAdminTemplateMixin):
    """Title, breadcrumbs and the right to look. Raises PermissionDenied."""

    page_title = _("Calendar")
    header_icon = "calendar-alt"
    breadcrumbs_items = [
        *WagtailAdminTemplateMixin.breadcrumbs_items,
        {"url": reverse_lazy("calendar:index"), "label": _("Calendar")},
    ]

    def dispatch(self, request, *args, **kwargs):
        if not may_look(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
