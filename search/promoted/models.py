"""Pages that editors put first for some words."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cyberworkers.answering.readable import active_locale
from search.synonyms.groups import MOST_WORDS, SEPARATOR, apart, stems, telling


class Promotion(models.Model):
    """Who searches for one of ``words`` in the language of ``page`` gets it before all others."""

    words = models.CharField(
        _("words"),
        max_length=300,
        help_text=_("What readers search for; several, separated by commas: fibre price, quote."),
    )
    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )

    wagtail_reference_index_ignore = True  # a page shows nothing of it

    class Meta:
        verbose_name = _("recommended result")
        verbose_name_plural = _("recommended results")
        ordering = ["words", "pk"]

    def __str__(self):
        return self.words

    def clean(self):
        """Write the words the same way in every line; say what is wrong with them, all at once."""
        if not self.words or self.page_id is None:  # the form says so
            return
        words = apart(self.words)
        self.words = f"{SEPARATOR} ".join(words)
        if faults := list(self.faults(words, self.page.locale.language_code)):
            raise ValidationError({"words": faults})
        self.clean_fields(exclude=["page"])  # the blanks between them may be too many

    def faults(self, words, language):
        if not words:
            yield _("Write at least one word.")
        others = {}
        for other in Promotion.objects.filter(page__locale=self.page.locale).exclude(pk=self.pk):
            others |= dict.fromkeys(other.asked(language), other)
        for one in words:
            forms = telling(one, language)
            if not forms:
                yield _("“%(words)s” has no letter.") % {"words": one}
            elif len(forms) > MOST_WORDS:
                yield _("“%(words)s” is too long: four words at most.") % {"words": one}
            elif other := others.get(key(one, language)):
                yield _("For “%(words)s” there is another page: %(page)s.") % {
                    "words": one,
                    "page": other.page,
                }

    def asked(self, language):
        return [key(one, language) for one in apart(self.words)]


def key(words, language):
    """Return what all ways to write ``words`` have in common, in any order."""
    return tuple(sorted(stems(telling(words, language), language)))


def find_promoted():
    """Return {`key`: the number of a page} for the active language."""
    promotions = Promotion.objects.filter(page__locale=active_locale()).select_related(
        "page__locale"
    )
    return {
        asked: one.page_id
        for one in promotions
        for asked in one.asked(one.page.locale.language_code)
    }
