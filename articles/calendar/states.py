"""The states of an entry, each with a word and a symbol: colour alone says nothing."""

from django.db import models
from django.utils.translation import gettext_lazy as _

ICONS = {"published": "success", "scheduled": "time", "review": "glasses", "draft": "edit"}


class State(models.TextChoices):
    PUBLISHED = "published", _("Published")
    SCHEDULED = "scheduled", _("Scheduled")
    REVIEW = "review", _("In review")
    DRAFT = "draft", _("Draft")

    @property
    def icon(self):
        return ICONS[self.value]
