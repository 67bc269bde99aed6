"""What wagtail-localize adds to Wagtail's pages, without its queries for each row and each item.

Its own functions are taken out of Wagtail's hooks; ours stand there instead and answer the same
from what the list knows of all its rows, and the editor of its page. To make an alias of a
translation is not offered: see `editing.translation.untranslated`.
"""

from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Locale
from wagtail_localize import wagtail_hooks as stock
from wagtail_localize.models import Translation, TranslationSource

from editing.passages import translations_around
from editing.translation.state import lacks_language

RIGHT = "wagtail_localize.submit_translation"
# The package's own words, in its own catalogues.
TRANSLATE, SYNCHRONISE = "Translate this page", "Sync translated pages"


def instead_of(name, function):
    """Take ``function`` out of the hook ``name``, as Wagtail takes out a temporary one."""
    hooks.register_temporarily(name, function).__exit__(None, None, None)


for name in ("register_page_header_buttons", "register_page_listing_more_buttons"):
    instead_of(name, stock.page_listing_more_buttons)
instead_of(
    "register_page_action_menu_item", stock.register_restart_translation_page_action_menu_item
)
instead_of(
    "register_page_action_menu_item", stock.register_convert_back_to_alias_page_action_menu_item
)


@hooks.register("construct_explorer_page_queryset")
def know_translations(parent_page, pages, request):
    """Let each page of the list know what its menu offers."""
    if not request.user.has_perm(RIGHT):
        return pages
    in_use = Translation.objects.filter(source=OuterRef("pk"), enabled=True)
    sources = TranslationSource.objects.filter(
        Exists(in_use), object_id=OuterRef("translation_key")
    )
    return pages.annotate(
        is_to_translate=lacks_language(),
        source_in_use=Subquery(sources.filter(locale=OuterRef("locale")).values("pk")[:1]),
    )


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def translation_buttons(page, user, view_name=None, next_url=None):
    """Offer to translate ``page``, and to bring its translations up to date, where that is due."""
    if page.is_root() or not user.has_perm(RIGHT):
        return
    if is_to_translate(page):
        # An alias has the text of another page.
        url = reverse(
            "wagtail_localize:submit_page_translation", args=[page.alias_of_id or page.pk]
        )
        icon = "wagtail-localize-language"
        yield Button(gettext(TRANSLATE), url, priority=60, icon_name=icon)
    if source := source_in_use(page):
        url = reverse("wagtail_localize:update_translations", args=[source])
        if next_url is not None:
            url += "?" + urlencode({"next": next_url})
        yield Button(gettext(SYNCHRONISE), url, priority=60, icon_name="resubmit")


def is_to_translate(page):
    """Return whether ``page`` is missing in a language, or only an alias there."""
    if hasattr(page, "is_to_translate"):
        return page.is_to_translate
    translated = page.get_translations(inclusive=True).filter(alias_of=None)
    return Locale.objects.exclude(pk__in=translated.values("locale")).exists()


def source_in_use(page):
    """Return the key of the TranslationSource that ``page`` is, where a translation follows it."""
    if hasattr(page, "source_in_use"):
        return page.source_in_use
    followed = (
        one.source_id
        for one in translations_around(page)
        if one.enabled and one.source.locale_id == page.locale_id
    )
    return next(followed, None)


def made(page, **values):
    """Return whether a Translation with these ``values`` makes ``page`` or made it."""
    return any(
        one.target_locale_id == page.locale_id
        and all(getattr(one, name) == value for name, value in values.items())
        for one in translations_around(page)
    )


class Restart(stock.RestartTranslationPageActionMenuItem):
    def is_shown(self, context):
        return context["view"] == "edit" and made(context["page"], enabled=False)


@hooks.register("register_page_action_menu_item")
def restart():
    return Restart(order=0)
