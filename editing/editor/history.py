"""A history without noise: what was autosaved goes when it is replaced at once, or is old.

Wagtail writes a log entry for each autosave, too.
"""

from datetime import timedelta

from django.db.models import Exists, F, Max, OuterRef, Subquery
from django.dispatch import receiver
from django.utils import timezone
from wagtail import hooks
from wagtail.models import PageLogEntry, Revision

from editing.editor.states import AutosavedRevision, keep, mark
from editing.worker.jobs import daily

# A sitting ends when nothing was saved for so long; all of its states are kept for so long.
SITTING, KEPT_FOR = timedelta(hours=1), timedelta(days=30)
# Log entries that only say that something was typed.
EDITS = ["wagtail.edit", "wagtail.create"]


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def sort_out(request, page):
    """Mark what was autosaved; after a save by hand, prune what the saved text replaces."""
    if not page.latest_revision_id:
        return
    if not request.accepts("text/html"):  # so Wagtail tells an autosave from a person's save
        mark(page.latest_revision)
        return
    keep(revision=page.latest_revision_id)
    if "revision_id" not in request.resolver_match.kwargs:  # an old text is no later one
        remove(replaced(page.latest_revision))
    prune_log(page)


def replaced(saved):
    """Return the autosaves just before ``saved``, of the same person, that it continues."""
    of_page = Revision.page_revisions.filter(object_id=saved.object_id, pk__lt=saved.pk)
    of_others = of_page.exclude(user=saved.user).aggregate(last=Max("pk"))["last"]
    marks = AutosavedRevision.objects.filter(
        revision__in=unneeded().filter(pk__in=of_page, pk__gt=of_others or 0, user=saved.user)
    )
    return [one.pk for one in marks.select_related("revision") if one.may_become(saved.content)]


@receiver(daily)
def shorten(**kwargs):
    """Let go of states that nobody needs any more."""
    prune()


def prune():
    """Delete old states but the last of each sitting; return how many revisions went.

    What somebody else replaced is the last of a sitting, too.
    """
    later = Revision.page_revisions.filter(object_id=OuterRef("object_id"), pk__gt=OuterRef("pk"))
    later = later.order_by("pk")
    old = unneeded().filter(created_at__lt=timezone.now() - KEPT_FOR)
    old = old.annotate(
        next_user=Subquery(later.values("user")[:1]),
        next_at=Subquery(later.values("created_at")[:1]),
    ).filter(next_user=F("user"), next_at__lte=F("created_at") + SITTING)
    count = remove(list(old.values_list("pk", flat=True)))
    prune_log()
    return count


def unneeded():
    """Return the autosaved revisions that nothing else names.

    What was published, scheduled, reviewed, commented or pinned is named.
    """
    marked = AutosavedRevision.objects.filter(revision=OuterRef("pk"))
    found = Revision.page_revisions.filter(Exists(marked), approved_go_live_at__isnull=True)
    for model, name in references():
        found = found.exclude(Exists(model._base_manager.filter(**{name: OuterRef("pk")})))
    return found.exclude(
        Exists(PageLogEntry.objects.filter(revision=OuterRef("pk")).exclude(action__in=EDITS))
    )


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


def remove(numbers):
    """Delete the revisions ``numbers`` with their log entries; return how many."""
    PageLogEntry.objects.filter(revision__in=numbers, action="wagtail.edit").delete()
    Revision.objects.filter(pk__in=numbers).delete()
    return len(numbers)


def prune_log(page=None):
    """Keep one log entry of each stretch of autosaves, the last: Wagtail shows no other."""
    entries = PageLogEntry.objects.filter(
        action="wagtail.edit", uuid__isnull=False, revision__isnull=False
    )
    if page:
        entries = entries.filter(page=page.pk)
    last = entries.values("page", "revision", "uuid").annotate(last=Max("pk"))
    entries.exclude(pk__in=last.values("last")).delete()
