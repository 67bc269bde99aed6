"""The lines of words with the same meaning, under “Settings”."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.views.generic import CreateView
from wagtail.admin.viewsets.model import ModelViewSet

from search.synonyms.models import SynonymGroup

LONGEST = 300  # characters, as of the field


class AddView(CreateView):
    """Begins with the words and the language that the address names."""

    def get_initial_form_instance(self):
        asked = self.request.GET
        words = asked.get("words", "").replace("\x00", "")[:LONGEST]
        language = asked.get("language")
        known = language in dict(settings.LANGUAGES)
        return SynonymGroup(words=words, **({"language": language} if known else {}))


class SynonymViewSet(ModelViewSet):
    model = SynonymGroup
    add_view_class = AddView
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
