"""What could not be published or withdrawn at its date: recorded, reported once, tried again."""

from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=10), timedelta(minutes=10)


class PublicationProblem(models.Model):
    """A page that is late, and why. It goes when the page is published or not due any more."""

    class Action(models.TextChoices):
        PUBLISH = "publish", _("publication")
        UNPUBLISH = "unpublish", _("end of publication")

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    action = models.CharField(max_length=10, choices=Action)
    revision = models.ForeignKey(Revision, null=True, on_delete=models.CASCADE, related_name="+")
    due = models.DateTimeField()
    tries = models.PositiveIntegerField(default=0)
    next_try = models.DateTimeField()
    reason = models.TextField()

    never_shown = True  # to readers

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "action"], name="one_problem_for_each_action")
        ]

    def __str__(self):
        return f"{self.page}: {self.reason}"

    def failed(self, reason):
        """Store another try that failed; the next one follows after a longer pause."""
        pause = FIRST_PAUSE * 2 ** min(self.tries, 10)
        self.next_try = timezone.now() + min(pause, LONGEST_PAUSE)
        self.tries += 1
        self.reason = reason
        self.save()


def forget_obsolete():
    """Delete the problems of what was cancelled, moved to another date or published by hand."""
    now = timezone.now()
    actions = PublicationProblem.Action
    PublicationProblem.objects.filter(action=actions.PUBLISH).exclude(
        revision__approved_go_live_at__lte=now
    ).delete()
    PublicationProblem.objects.filter(action=actions.UNPUBLISH).exclude(
        page__live=True, page__expire_at__lte=now
    ).delete()


def try_again():
    """Let the next pass of the worker try everything again, whatever the pauses."""
    now = timezone.now()
    waiting = PublicationProblem.objects.filter(next_try__gt=now)
    if waiting.exists():  # seldom, and a page is saved often: so this reads, and does not write
        waiting.update(next_try=now)


def on_change(**kwargs):
    """A page or the checklist's settings changed: what stood in the way may be gone."""
    transaction.on_commit(try_again)
