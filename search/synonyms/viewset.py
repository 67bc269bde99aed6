"""The lines of words with the same meaning, under “Settings”."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.viewsets.model import ModelViewSet

from search.synonyms.models import SynonymGroup


class SynonymViewSet(ModelViewSet):
    model = SynonymGroup
    name = url_namespace = "synonyms"
    icon = "search"
    menu_label = _("Words with the same meaning")
    menu_order = 520
    add_to_settings_menu = True
    list_display = ["words", "language"]
    list_filter = ["language"]
    search_fields = ["words"]
    search_backend_name = None
    panels = [FieldPanel(name) for name in ("words", "language")]
