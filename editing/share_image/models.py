"""Where the share image of a page is, and whether it must be looked at again."""

from django.core.files.storage import default_storage
from django.db import models, transaction
from django.dispatch import receiver
from django.utils import timezone

from editing.share_image.drawing import SIZE


class ShareImage(models.Model):
    """The drawn share image of a page.

    ``file`` is a name in the public media, empty as long as nothing was drawn. ``wanted`` is when
    somebody last asked for it: the worker looks at what is wanted, and empties it.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="drawn_share_image"
    )
    file = models.CharField(max_length=120, blank=True)
    alt = models.TextField(blank=True)
    wanted = models.DateTimeField(null=True, blank=True, db_index=True)

    never_shown_fields = {"wanted"}  # to readers

    width, height = SIZE

    def __str__(self):
        return self.file or str(self.page_id)

    @property
    def url(self):
        return default_storage.url(self.file)

    @classmethod
    def want(cls, numbers):
        """Ask the worker to look at the pages with these ``numbers``. Two queries or three."""
        now = timezone.now()
        cls.objects.bulk_create(
            [cls(page_id=number, wanted=now) for number in numbers],
            update_conflicts=True,
            unique_fields=["page"],
            update_fields=["wanted"],
            batch_size=500,
        )


@receiver(models.signals.post_delete, sender=ShareImage)
def remove_file(instance, **kwargs):
    """Remove the file of a page that is gone, once that is certain."""
    if instance.file:
        transaction.on_commit(lambda: default_storage.delete(instance.file))
