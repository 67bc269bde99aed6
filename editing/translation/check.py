"""The item of the checklist that says what of a translation is not translated."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editing.checklist.checks import Check, Level, Problem
from editing.passages import known_translation_of, missing

NAMED = 5


class Translated(Check):
    key = "translated"
    label = gettext_lazy("Translation")
    help_text = gettext_lazy(
        "No passage of a translation that is still in the language of its source."
    )
    advice = gettext_lazy("Translate the passages that are still in the language of the source.")
    level = Level.REQUIRED

    def concerns(self, page):
        return bool(page.pk) and known_translation_of(page) is not None

    def problems(self, page):
        passages = missing(page)
        named = [Problem(_("“%(words)s”") % {"words": words}) for words in passages[:NAMED]]
        return named + [Problem("…")] if len(passages) > NAMED else named
