"""The files that visitors send with a request: private, and served as downloads only."""

import hashlib
import logging
import uuid

from django.core.files.base import File
from django.core.files.storage import storages
from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FOLDER = "requests"
logger = logging.getLogger(__name__)


class NotStored(Exception):
    """The storage does not take the file: it is full, read-only or away."""


def private_storage():
    """Return the storage that no address of the site serves."""
    return storages["private"]


def stored_path(attachment, filename):
    """Return a path of which nothing comes from the visitor."""
    return f"{FOLDER}/{timezone.now():%Y/%m}/{uuid.uuid4().hex}"


class Attachment(models.Model):
    """One file of a request.

    Between an upload and a valid form it belongs to no request but to the form's one-time
    ``token``, so that a form with an error elsewhere does not lose it.
    """

    quote_request = models.ForeignKey(
        "contact.QuoteRequest",
        verbose_name=_("quote request"),
        null=True,
        on_delete=models.CASCADE,
        related_name="attachments",
    )
    token = models.UUIDField(db_index=True, editable=False)
    field_name = models.CharField(max_length=255)
    file = models.FileField(_("file"), storage=private_storage, upload_to=stored_path)
    name = models.CharField(_("file name"), max_length=255)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField(_("size"), help_text=_("In bytes."))
    uploaded_at = models.DateTimeField(default=timezone.now, db_index=True)

    never_shown = True  # to readers

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["pk"]

    def __str__(self):
        return self.name

    @property
    def kind(self):
        """What the name says the file is, which its content was checked against: ``PDF``."""
        return self.name.rpartition(".")[2].upper()

    @property
    def place(self):
        """What tells files of one form apart without reading them; by it they are compared."""
        return (self.field_name, self.name, self.size)

    def is_same(self, other):
        """Return whether both are one file of one question, byte by byte."""
        return self.pk == other.pk or (
            self.place == other.place and self.digest() == other.digest()
        )

    def store(self):
        """Store the file, then its row; raises NotStored."""
        try:
            self.file.save(self.file.name, self.file.file, save=False)
        except Exception as error:  # OSError here, and whatever the client of a bucket raises
            logger.error("A file could not be stored: %r.", error)
            raise NotStored from error
        self.save()

    def digest(self):
        found = hashlib.sha256()
        with self.file.open() as file:
            for chunk in file.chunks():
                found.update(chunk)
        return found.digest()

    def copy(self, token):
        """Store a copy, with a file of its own, that waits under ``token`` and has no request."""
        with self.file.storage.open(self.file.name) as content:
            Attachment.objects.create(
                token=token,
                field_name=self.field_name,
                file=File(content, name=self.name),
                name=self.name,
                content_type=self.content_type,
                size=self.size,
            )


@receiver(post_delete, sender=Attachment)
def remove_file(instance, **kwargs):
    """A file goes with its row, once the deletion holds."""
    file = instance.file
    transaction.on_commit(lambda: file.storage.delete(file.name))
