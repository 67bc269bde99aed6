"""How many requests were erased: all that is left of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ErasedRequests(models.Model):
    """A count without anything about a person."""

    class Reason(models.TextChoices):
        RETENTION = "retention", _("Their time was up")
        DEMAND = "demand", _("The person asked for it")

    day = models.DateField(_("day"))
    reason = models.CharField(_("reason"), max_length=16, choices=Reason)
    state = models.CharField(_("state"), max_length=16)
    language = models.CharField(_("language"), max_length=10)
    count = models.PositiveIntegerField(_("number"), default=0)

    never_shown = True  # to readers

    class Meta:
        verbose_name = _("erased requests")
        verbose_name_plural = _("erased requests")
        ordering = ["-day", "reason", "state", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "reason", "state", "language"], name="one_count_a_day"
            )
        ]

    def __str__(self):
        return f"{self.day}: {self.count}"
