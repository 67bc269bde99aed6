"""A state of the text every few minutes of work, and before anything large disappears.

Wagtail lets the autosaves of a sitting replace each other, however long it is. Nothing tells such
a revision from one that a person saved: so they are marked here, and only these are replaced.
"""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from editing.editor.losses import MANY, is_large, words

# For how long autosaves replace each other.
EVERY = timedelta(minutes=5)


class AutosavedRevision(models.Model):
    """Marks a revision that no person saved by hand, and that later ones may replace."""

    revision = models.OneToOneField(
        "wagtailcore.Revision", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    begun = models.DateTimeField(default=timezone.now)
    # Words that it held when it held most.
    fullest = models.PositiveIntegerField(default=0)

    never_shown = True  # to readers

    def __str__(self):
        return str(self.revision_id)

    def may_become(self, content):
        """Return whether the text ``content`` may take the place of this one."""
        if timezone.now() - self.begun >= EVERY or is_large(self.revision.content, content):
            return False
        return self.fullest - words(content).total() < MANY


class KeptStates:
    """A page whose autosaves replace each other for some minutes only, and nothing large."""

    def save_revision(self, *args, overwrite_revision=None, **kwargs):
        """Return Wagtail's revision: a new one where ``overwrite_revision`` is a state to keep."""
        own = overwrite_revision
        if own and self.may_replace(own, kwargs.get("user")) and not self.continues(own):
            overwrite_revision = None
        return super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)

    def may_replace(self, own, user):
        """Return whether Wagtail would replace it: else it says why not."""
        return own.pk == self.latest_revision_id and user and own.user_id == user.pk

    def continues(self, own):
        found = AutosavedRevision.objects.filter(revision=own.pk).first()
        if found:
            found.revision = own
        return found and found.may_become(self.serializable_data())


def mark(revision):
    """Say that ``revision`` was saved by itself."""
    size = words(revision.content).total()
    found, made = AutosavedRevision.objects.get_or_create(
        revision_id=revision.pk, defaults={"fullest": size}
    )
    if not made and size > found.fullest:
        found.fullest = size
        found.save(update_fields=["fullest"])


def keep(**which):
    """Let nothing replace the revisions that ``which`` picks any more."""
    AutosavedRevision.objects.filter(**which).delete()
