"""The pages that come first for some words, under “Settings”."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from search.promoted.models import Promotion


class PromotionList(IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("page__locale")


class PromotionViewSet(ModelViewSet):
    model = Promotion
    index_view_class = PromotionList
    name = url_namespace = "promotions"
    icon = "pick"
    menu_label = _("Recommended results")
    menu_order = 530
    add_to_settings_menu = True
    list_display = [
        "words",
        Column("page", label=_("Page"), accessor="page"),
        Column("language", label=_("Language"), accessor="page.locale"),
    ]
    search_fields = ["words", "page__title"]
    search_backend_name = None
    panels = [FieldPanel("words"), FieldPanel("page")]
