"""People and topics in the CMS."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

import articles.agreement.hooks  # noqa: F401 - registers hooks
import articles.calendar.hooks  # noqa: F401 - registers hooks
import articles.transcript.cms.hooks  # noqa: F401 - registers hooks
import articles.writing.hooks  # noqa: F401 - registers hooks
from articles.snippets import Person, Topic


class LabelledViewSet(SnippetViewSet):
    """Leads home in the language of each editor: Wagtail's, in that of the first request of all."""

    breadcrumbs_items = WagtailAdminTemplateMixin.breadcrumbs_items


class PersonViewSet(LabelledViewSet):
    model = Person
    icon = "user"
    menu_label = _("People")
    menu_order = 210
    add_to_admin_menu = True
    list_display = ["name", "role", "locale"]
    list_filter = ["locale"]


class TopicViewSet(LabelledViewSet):
    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    menu_order = 220
    add_to_admin_menu = True
    list_display = ["name", "slug", "locale"]
    list_filter = ["locale"]


register_snippet(PersonViewSet)
register_snippet(TopicViewSet)
