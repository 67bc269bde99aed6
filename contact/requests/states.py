"""Where a request stands, and why one is kept as spam."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    NEW = "new", pgettext_lazy("quote request", "New")
    IN_PROGRESS = "in_progress", _("In progress")
    ANSWERED = "answered", _("Answered")
    WON = "won", _("Won")
    LOST = "lost", _("Lost")
    SPAM = "spam", _("Spam")


# The states in which a request waits for somebody here.
OPEN = [State.NEW.value, State.IN_PROGRESS.value]


class SpamReason(models.TextChoices):
    HONEYPOT = "honeypot", _("The field that people do not see was filled in.")
    FAST = "fast", _("The form was filled in faster than a person can.")
    LINKS = "links", _("The answers hold many links.")
    OFTEN = "often", _("Many requests came from the same computer within an hour.")
