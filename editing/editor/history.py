"""A history free of autosave noise: what a manual save contains needs no copy of its own.

Wagtail keeps one revision for each stretch of autosaves, and a log entry for each autosave.
Nothing tells such a revision from one that a person saved: so they are marked here.
"""

from django.db import models
from django.db.models import Exists, Max, OuterRef, Subquery
from django.dispatch import receiver
from wagtail import hooks
from wagtail.models import PageLogEntry, Revision

from editing.worker.jobs import daily

# Log entries that only say that something was typed.
EDITS = ["wagtail.edit", "wagtail.create"]


class AutosavedRevision(models.Model):
    """Marks a revision that no person saved by hand, and that nobody needs once one does."""

    revision = models.OneToOneField(
        "wagtailcore.Revision", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )

    never_shown = True  # to readers

    def __str__(self):
        return str(self.revision_id)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def sort_out(request, page):
    """Mark what was autosaved; after a save by hand, prune what the saved text contains."""
    if not page.latest_revision_id:
        return
    if not request.accepts("text/html"):  # so Wagtail tells an autosave from a person's save
        AutosavedRevision.objects.get_or_create(revision_id=page.latest_revision_id)
    else:
        AutosavedRevision.objects.filter(revision=page.latest_revision_id).delete()
        prune(page)


def keep(page):
    """Take all autosaved texts of ``page`` for such to keep, as when one save overtakes another."""
    AutosavedRevision.objects.filter(revision__object_id=str(page.pk)).delete()


@receiver(daily)
def shorten(**kwargs):
    """Let go of autosaves that nobody needs."""
    prune()


def prune(page=None):
    """Delete autosaves that the next save by hand of the same person contains.

    For ``page``, or for all pages. Returns how many revisions went.
    What was published, scheduled, reviewed, commented or is named by anything else stays.
    """
    noise = Revision.page_revisions.filter(Exists(marks(OuterRef("pk"))))
    later_by_hand = Revision.page_revisions.filter(
        ~Exists(marks(OuterRef("pk"))),
        object_id=OuterRef("object_id"),
        user=OuterRef("user"),
        pk__gt=OuterRef("pk"),
    )
    noise = noise.annotate(saved=Subquery(later_by_hand.order_by("pk").values("pk")[:1]))
    noise = noise.filter(saved__isnull=False, approved_go_live_at__isnull=True)
    # Whoever came in between may have replaced the text, so the later save need not contain it.
    of_others = Revision.page_revisions.filter(
        object_id=OuterRef("object_id"), pk__gt=OuterRef("pk"), pk__lt=OuterRef("saved")
    ).exclude(user=OuterRef("user"))
    noise = noise.exclude(Exists(of_others))
    if page:
        noise = noise.filter(object_id=str(page.pk))
    for model, name in references():
        noise = noise.exclude(Exists(model._base_manager.filter(**{name: OuterRef("pk")})))
    noise = noise.exclude(
        Exists(PageLogEntry.objects.filter(revision=OuterRef("pk")).exclude(action__in=EDITS))
    )
    numbers = list(noise.values_list("pk", flat=True))
    PageLogEntry.objects.filter(revision__in=numbers, action="wagtail.edit").delete()
    Revision.objects.filter(pk__in=numbers).delete()
    prune_log(page)
    return len(numbers)


def references():
    """Return model and name of each foreign key to revisions that says one is needed."""
    return [
        (field.related_model, field.field.name)
        for field in Revision._meta.get_fields(include_hidden=True)
        if (field.one_to_many or field.one_to_one)
        and field.auto_created
        and not field.concrete
        and field.related_model not in (AutosavedRevision, PageLogEntry)
    ]


def prune_log(page=None):
    """Keep one log entry of each stretch of autosaves, the last: Wagtail shows no other."""
    entries = PageLogEntry.objects.filter(
        action="wagtail.edit", uuid__isnull=False, revision__isnull=False
    )
    if page:
        entries = entries.filter(page=page.pk)
    last = entries.values("page", "revision", "uuid").annotate(last=Max("pk"))
    entries.exclude(pk__in=last.values("last")).delete()


def marks(revision):
    return AutosavedRevision.objects.filter(revision=revision)
