"""What was pasted or dropped: the original, and the cuts that are made of it."""

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.transcript.lines import Cuts
from articles.transcript.paragraphs import Paragraph

# How many changes can be undone; of a very long text fewer.
UNDONE, LONG = 100, 400


class Transcript(models.Model):
    """Stored before anything is recognised, and kept with the draft for those who may edit it.

    A page that comes back from the bin has its old number: so nothing is done here when it goes.
    """

    index = models.ForeignKey(
        "articles.ArticleIndexPage", on_delete=models.CASCADE, related_name="+"
    )
    page = models.ForeignKey(
        "articles.InterviewPage",
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="transcripts",
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    name = models.CharField(_("file name"), max_length=255, blank=True)
    kind = models.CharField(max_length=5)
    original = models.BinaryField()
    paragraphs = models.JSONField(default=list)
    lines = models.JSONField(default=list)
    # The lines before each change, the last one last.
    past = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=0)
    people = models.JSONField(default=list)
    interviewers = models.JSONField(default=list)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)

    # What it refers to is shown beside the page, not by Wagtail's lists of uses.
    wagtail_reference_index_ignore = True
    never_shown = True  # to readers

    class Meta:
        verbose_name = _("transcript")
        verbose_name_plural = _("transcripts")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.name or str(_("pasted text"))

    @property
    def page_or_none(self):
        """The draft that was made of it; None without one, and while it lies in the bin."""
        try:
            return self.page
        except ObjectDoesNotExist:
            return None

    @property
    def cuts(self):
        """The cuts as they are stored; give them to `change` when they are others."""
        paragraphs = [Paragraph.from_json(one) for one in self.paragraphs]
        return Cuts.from_json(paragraphs, self.lines)

    def change(self, cuts):
        """Store ``cuts``; those before can be brought back by `undo`."""
        most = UNDONE if len(self.lines) < LONG else UNDONE // 10
        self.past = [*self.past, self.lines][-most:]
        self.lines = cuts.as_json()
        self.version += 1
        self.save(update_fields=["past", "lines", "version"])

    def undo(self):
        """Bring the cuts before the last change back, if there are any."""
        if self.past:
            self.lines = self.past.pop()
            self.version += 1
            self.save(update_fields=["past", "lines", "version"])
