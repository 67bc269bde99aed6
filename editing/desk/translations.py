"""Translations that are behind their source."""

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from editing.dates import since
from editing.desk.panel import ListPanel, Row, language, may, pages_by_number


class TranslationsPanel(ListPanel):
    name = "stale-translations"
    heading = gettext_lazy("Translations to bring up to date")
    empty = gettext_lazy("All translations are up to date.")
    icon = "wagtail-localize-language"
    order = 50

    @property
    def all_url(self):
        return reverse("wagtail_localize:translations_report")

    def concerns(self):
        """Who translates both makes pages and changes those of others; a reviewer does not."""
        return may(self.user, "add", "change")

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


def behind():
    """Return the page translations whose source was published anew, or that have gaps."""
    source = Page.objects.filter(
        translation_key=OuterRef("source__object_id"), locale=OuterRef("source__locale")
    )
    target = Page.objects.filter(
        translation_key=OuterRef("source__object_id"),
        locale=OuterRef("target_locale"),
        alias_of=None,
    )
    translated = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=OuterRef("wanted"),
        has_error=False,
    )
    gaps = (
        StringSegment.objects.filter(source=OuterRef("source"))
        .annotate(wanted=OuterRef("target_locale"))
        .filter(~Exists(translated))
    )
    return (
        Translation.objects.filter(enabled=True)
        .annotate(
            target=Subquery(target.order_by().values("pk")[:1]),
            # The text that readers see, not a draft that may still change.
            published=Subquery(source.order_by().values("live_revision__created_at")[:1]),
            has_gaps=Exists(gaps),
        )
        .annotate(source_changed=Q(published__gt=F("source__last_updated_at")))
        .filter(Q(source_changed=True) | Q(has_gaps=True), target__isnull=False)
        .order_by(F("published").desc(nulls_last=True), "pk")
    )
