"""The calendar's place in the CMS."""

from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from articles.calendar import urls
from articles.calendar.rights import may_look
from editing.desk.dates import ScheduledPanel


class CalendarMenuItem(MenuItem):
    def is_shown(self, request):
        return may_look(request.user)


@hooks.register("register_admin_urls")
def calendar_urls():
    return [path("calendar/", include(urls))]


@hooks.register("register_admin_menu_item")
def calendar_menu_item():
    return CalendarMenuItem(
        _("Calendar"),
        reverse_lazy("calendar:index"),
        name="calendar",
        icon_name="calendar-alt",
        order=140,
    )


# The list of dates on the CMS's home leads on to the calendar.
ScheduledPanel.all_url = reverse_lazy("calendar:index")
