"""What is counted, per day in the time of the site: numbers, and nothing about who came."""

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _


class PageViews(models.Model):
    """How often a page was shown on a day.

    Counts outlive their page, so that the days keep their sums and a page that comes back from
    the bin, under its own number, has its views again. Retention ends them.
    """

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="views_by_day",
    )
    day = models.DateField(_("day"), db_index=True)
    views = models.PositiveIntegerField(_("views"), default=0)

    wagtail_reference_index_ignore = True  # a count is no use of a page
    never_shown = True  # to readers

    class Meta:
        verbose_name = verbose_name_plural = _("page views")
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["page", "day"], name="views_of_a_day")]

    def __str__(self):
        return f"{self.page_id}, {self.day}: {self.views}"


class FruitlessSearch(models.Model):
    """How often words were searched for on a day that no page in the language held."""

    words = models.CharField(_("words"), max_length=80)
    language = models.CharField(_("language"), max_length=10)
    day = models.DateField(_("day"), db_index=True)
    searches = models.PositiveIntegerField(_("searches"), default=0)

    never_shown = True  # to readers

    class Meta:
        verbose_name = _("search without result")
        verbose_name_plural = _("searches without result")
        default_permissions = []
        constraints = [
            models.UniqueConstraint(
                fields=["words", "language", "day"], name="fruitless_searches_of_a_day"
            )
        ]

    def __str__(self):
        return f"{self.words} ({self.language}), {self.day}: {self.searches}"


def sum_of(field):
    """Return what sums ``field`` over the rows of a Q: see `cyberworkers.reports.periods.sums`."""
    return lambda chosen: Coalesce(models.Sum(field, filter=chosen), 0)
