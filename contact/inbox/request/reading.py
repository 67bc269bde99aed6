"""Who has read which request."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Reading(models.Model):
    """A person has opened a request, and has not marked it as unread since."""

    quote_request = models.ForeignKey(
        "contact.QuoteRequest", on_delete=models.CASCADE, related_name="readings"
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    read_at = models.DateTimeField(default=timezone.now)

    never_shown = True  # to readers

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["quote_request", "user"], name="one_reading_a_person")
        ]

    def __str__(self):
        return f"{self.quote_request_id}: {self.user_id}"
