"""Translations that are behind their source."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page
from wagtail.permissions import policy_registry

from editing.dates import since
from editing.desk.panel import ListPanel, Row, language, may, pages_by_number
from editing.translation.state import behind, never_asked


class TranslationsPanel(ListPanel):
    name = "stale-translations"
    heading = gettext_lazy("Translations to bring up to date")
    empty = gettext_lazy("All translations that were asked for are up to date.")
    icon = "wagtail-localize-language"
    order = 50
    guide = "traduire"

    @property
    def all_url(self):
        return reverse("wagtail_localize:translations_report")

    def concerns(self):
        """Who translates both makes pages and changes those of others; a reviewer does not."""
        return may(self.user, "add", "change")

    @property
    def note(self):
        count = never_asked().count()
        text = ngettext(
            "%(count)d published page was never asked for in the other language.",
            "%(count)d published pages were never asked for in the other language.",
            count,
        )
        return text % {"count": count} if count else ""

    def rows(self):
        policy = policy_registry.get_by_type(Page)
        mine = policy.instances_user_has_permission_for(self.user, "change").order_by()
        stale = list(behind().filter(target__in=mine.values("pk"))[: self.limit + 1])
        pages = pages_by_number(translation.target for translation in stale)
        return [self.row(translation, pages[translation.target]) for translation in stale]

    def row(self, translation, page):
        notes = []
        if translation.source_changed:
            notes = [_("source changed %(when)s") % {"when": since(translation.published)}]
        return Row(
            title=page.get_admin_display_title(),
            # For a translated page this is the translation editor.
            url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
            language=language(page),
            state=_("The source has changed")
            if translation.source_changed
            else _("Some passages are not translated"),
            notes=notes,
            urgent=page.live,
        )
