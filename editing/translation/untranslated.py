"""Keeps text that is in the language of its source from the readers of another language.

What is published is asked by the checklist whether it is translated. Here are the ways around it:
an alias has the words of its source, and a copy is no translation any more.
"""

from django.db.models import F
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from cyberworkers.outages.checks import check
from editing.passages import missing, translation_of

SHOWN = 10  # pages


def is_foreign(page):
    """Return whether ``page`` is an alias of a page in another language."""
    return bool(page.alias_of_id) and page.alias_of.locale_id != page.locale_id


def keep_from_readers(instance, **kwargs):
    """Receive pre_save of a page, whoever makes or refreshes an alias: Wagtail, or localize."""
    if instance.live and is_foreign(instance):
        instance.live = False


@check("languages")
def nothing_is_foreign():
    """Name what was live before aliases were kept from readers. Nobody but an editor knows whether
    to translate such a page or to take it offline, so nothing is changed without a word.
    """
    foreign = Page.objects.live().exclude(alias_of=None).exclude(locale=F("alias_of__locale"))
    titles = [f"“{page.draft_title or page.title}”" for page in foreign[:SHOWN]]
    if not titles:
        return ""
    return _(
        "Readers see these pages in another language than that of their address: %(titles)s. "
        "Translate them, or unpublish them."
    ) % {"titles": ", ".join(titles)}


def refuse_alias(request, page):
    """Return the refusal to make of the translation ``page`` an alias of its source."""
    messages.error(
        request,
        _(
            "A translation cannot become an alias: readers would be shown the text of the source. "
            "To take it offline, unpublish it."
        ),
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


def is_untranslated(page):
    if translation_of(page) is None:
        return is_foreign(page)
    return bool(missing(page) or missing(page.get_latest_revision_as_object()))


@hooks.register("before_convert_alias_page")
def refuse_to_convert(request, page):
    """Let a page of its own be made of such an alias by translating it only."""
    if not is_foreign(page):
        return None
    messages.error(
        request,
        _(
            "This page shows the text of another language. Translate it: then it is a page of its "
            "own."
        ),
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_copy_page")
def refuse_to_copy(request, page):
    """Refuse to copy what is not wholly translated, of which the copy would know nothing."""
    if request.method != "POST":
        return None
    pages = page.get_descendants(inclusive=True)
    if not request.POST.get("copy_subpages"):
        pages = pages.filter(pk=page.pk)
    untranslated = [
        one.get_admin_display_title() for one in pages.specific() if is_untranslated(one)
    ]
    if not untranslated:
        return None
    messages.error(
        request,
        _(
            "Not copied, because not wholly translated: %(titles)s. A copy would not know any more "
            "what is missing."
        )
        % {"titles": ", ".join(f"“{title}”" for title in untranslated)},
    )
    return redirect("wagtailadmin_pages:edit", page.pk)
