"""The posters that hosts offer, copied to our own storage."""

from django.db import models
from wagtail.images import get_image_model_string


class VideoPoster(models.Model):
    """What is known of the poster of the video at ``address``.

    ``waiting``: the worker is to fetch it. Without an image and not waiting: there was none.
    """

    address = models.CharField(max_length=300, unique=True)
    image = models.ForeignKey(
        get_image_model_string(), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    waiting = models.BooleanField(default=True, db_index=True)

    def __str__(self):
        return self.address
