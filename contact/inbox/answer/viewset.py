"""The templates of answers, under “Settings”."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.viewsets.model import ModelViewSet

from contact.inbox.answer.templates import ReplyTemplate


class ReplyTemplateViewSet(ModelViewSet):
    model = ReplyTemplate
    name = url_namespace = "reply_templates"
    icon = "form"
    menu_label = _("Templates of answers")
    menu_order = 510
    add_to_settings_menu = True
    list_display = ["name", "language", "subject"]
    list_filter = ["language"]
    panels = [FieldPanel(name) for name in ("name", "language", "subject", "text")]
