"""The main menu and the footer, set by editors for each language."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import StreamField
from wagtail.models import Page, PreviewableMixin

from home.navigation.form import NavigationForm
from home.navigation.links import FooterColumn, PageLink
from home.preview import shown


def menu():
    return StreamField(
        [("link", PageLink())],
        verbose_name=_("main menu"),
        blank=True,
        help_text=_(
            "In this order, before “Search”. Empty: the pages below the home page that are "
            "marked “Show in menus”."
        ),
    )


def columns():
    return StreamField(
        [("column", FooterColumn())],
        verbose_name=_("columns of the footer"),
        blank=True,
        help_text=_(
            "Empty: all standing pages. Keep the legal notice, privacy and accessibility in it: "
            "readers must find them from every page."
        ),
    )


def sentence():
    return models.CharField(
        _("sentence of the footer"),
        blank=True,
        max_length=200,
        help_text=_("One short sentence about the site, below its name."),
    )


def tab(language, name):
    panels = [FieldPanel(f"{field}_{language}") for field in ("menu", "columns", "sentence")]
    return ObjectList([HelpPanel(template="home/navigation_help.html"), *panels], heading=name)


@register_setting(icon="list-ul", order=100)
class Navigation(PreviewableMixin, BaseGenericSetting):
    """Fields end in the code of their language: one set for each of `settings.LANGUAGES`."""

    menu_fr, menu_en = menu(), menu()
    columns_fr, columns_en = columns(), columns()
    sentence_fr, sentence_en = sentence(), sentence()

    edit_handler = TabbedInterface(
        [tab(*language) for language in settings.LANGUAGES], base_form_class=NavigationForm
    )
    preview_modes = settings.LANGUAGES

    class Meta:
        verbose_name = _("menu and footer")

    def of(self, field, language):
        """Return "menu", "columns" or "sentence" in ``language``."""
        return getattr(self, f"{field}_{language}")

    def links(self, field, language):
        """Return the links of the "menu" or of all "columns"."""
        values = [block.value for block in self.of(field, language)]
        return values if field == "menu" else [link for one in values for link in one["links"]]

    def clean(self):
        """Refuse pages in another language: they would silently be left out."""
        super().clean()
        errors = {}
        for language, name in settings.LANGUAGES:
            for field in ("menu", "columns"):
                foreign = [
                    link["page"].title
                    for link in self.links(field, language)
                    if link["page"] and link["page"].locale.language_code != language
                ]
                if foreign:
                    text = gettext("Not in %(language)s: %(pages)s.")
                    values = {"language": name, "pages": ", ".join(foreign)}
                    errors[f"{field}_{language}"] = text % values
        if errors:
            raise ValidationError(errors)

    def serve_preview(self, request, mode_name):
        for home in Page.objects.filter(depth=2).select_related("locale"):
            if home.locale.language_code == mode_name:
                return shown(home.specific, request)
        raise Http404
