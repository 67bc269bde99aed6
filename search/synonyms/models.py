"""What stands for the same, as editors write it: a search for one finds the others, too."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from search.synonyms.groups import MOST_WORDS, SEPARATOR, apart, by_stems, stems, telling

MOST = 20  # of one group


class SynonymGroup(models.Model):
    """A line of words, of which each stands for the others."""

    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    words = models.CharField(
        _("words"),
        max_length=300,
        help_text=_("Two or more, separated by commas: telework, remote work."),
    )

    wagtail_reference_index_ignore = True  # it names no page

    class Meta:
        verbose_name = _("words with the same meaning")
        verbose_name_plural = _("words with the same meaning")
        ordering = ["words", "pk"]

    def __str__(self):
        return self.words

    def clean(self):
        """Write the words the same way in every line; say what is wrong with them, all at once."""
        if not self.words:  # the form says so, or what no text may hold
            return
        once = {}
        for one in apart(self.words):
            once.setdefault(telling(one, self.language), one)
        words = list(once.values())
        self.words = f"{SEPARATOR} ".join(words)
        faults = [*self.faults(words), *self.elsewhere(words)]
        if faults:
            raise ValidationError({"words": faults})
        self.clean_fields(exclude=["language"])  # the blanks between them may be too many

    def faults(self, words):
        if len(words) < 2:
            yield _("Write at least two words, separated by commas: one alone means only itself.")
        if len(words) > MOST:
            yield _("At most %(number)d words may mean the same.") % {"number": MOST}
        for one in words:
            count = len(telling(one, self.language))
            if not count:
                yield _("“%(words)s” has no letter.") % {"words": one}
            if count > MOST_WORDS:
                yield _("“%(words)s” is too long: four words at most.") % {"words": one}

    def elsewhere(self, words):
        """Yield what to do with each of ``words`` that another line has: a word has one meaning."""
        others = {}
        for line in SynonymGroup.objects.filter(language=self.language).exclude(pk=self.pk):
            for one in apart(line.words):
                others[stems(telling(one, self.language), self.language)] = line
        for one in words:
            if other := others.get(stems(telling(one, self.language), self.language)):
                yield _("“%(words)s” is in another line: %(line)s. Add the others there.") % {
                    "words": one,
                    "line": other,
                }


def find_synonyms():
    """Return what stands for the same in the active language: see `by_stems`."""
    lines = SynonymGroup.objects.filter(language=get_language()).values_list("words", flat=True)
    return by_stems([apart(line) for line in lines], get_language())
