"""What the checklist says of a translation: is it one, and of what its source says now?"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editing.checklist.checks import Check, Level, Problem
from editing.passages import known_translation_of, missing
from editing.translation.state import behind

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
        named = [Problem(_("“%(words)s”") % {"words": words}) for _path, words in passages[:NAMED]]
        return named + [Problem("…")] if len(passages) > NAMED else named


class SourceTakenOver(Check):
    key = "source_taken_over"
    label = gettext_lazy("Text of the source")
    help_text = gettext_lazy("A translation holds all that its source says by now.")
    advice = gettext_lazy("The source was published anew: take its new passages over.")

    def concerns(self, page):
        return bool(page.pk) and known_translation_of(page) is not None

    def problems(self, page):
        here = behind().filter(pk=known_translation_of(page).pk, source_changed=True)
        return [Problem()] if here.exists() else []
