"""How translations stand: what home, lists, editor, checklist and report of the CMS all ask."""

from django.db.models import Exists, F, OuterRef, Q, Subquery
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation


def judged():
    """Return all translations, each with what it lacks.

    ``target``: the page that it makes, or None; ``published``: when its source was, the last time;
    ``source_changed``: whether that was after its passages were taken over; ``has_gaps``: whether
    a passage is not translated; ``is_behind``: whether it is in use and either holds.
    """
    same = Q(translation_key=OuterRef("source__object_id"))
    source = Page.objects.filter(same, locale=OuterRef("source__locale"))
    target = Page.objects.filter(same, locale=OuterRef("target_locale"), alias_of=None)
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
    return Translation.objects.annotate(
        target=Subquery(target.order_by().values("pk")[:1]),
        # Of the text that readers see, not of a draft; a version may be older than its publication.
        published=Subquery(source.order_by().values("last_published_at")[:1]),
        has_gaps=Exists(gaps),
    ).annotate(
        source_changed=Q(published__isnull=False, published__gt=F("source__last_updated_at")),
        is_behind=Q(enabled=True) & (Q(source_changed=True) | Q(has_gaps=True)),
    )


def behind():
    """Return the translations of pages whose source was published anew, or that have gaps."""
    stale = judged().filter(is_behind=True, target__isnull=False)
    return stale.order_by(F("published").desc(nulls_last=True), "pk")


def lacks_language():
    """Return the condition that a page is missing in a language, or only an alias there."""
    translated = Page.objects.filter(
        translation_key=OuterRef(OuterRef("translation_key")), alias_of=None
    )
    return Exists(Locale.objects.exclude(pk__in=translated.values("locale")))


def never_asked():
    """Return the published pages that nobody ever asked to be translated, the newest first."""
    pages = Page.objects.live().filter(lacks_language(), alias_of=None, depth__gt=1)
    return pages.order_by("-first_published_at", "pk")
