"""The bin: every deleted page goes into it, and can be brought back from it for 30 days."""

import uuid

from django.core import serializers
from django.db import transaction
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, WorkflowState
from wagtail_localize.models import Translation, cleanup_translation_on_delete

from cyberworkers.pages import OwnPage
from cyberworkers.slots import modules
from editing.bin.models import KEPT_FOR, BinnedPage
from editing.schedule import unscheduled
from editing.worker.jobs import daily


# Whatever deletes a page, by whatever button or code, passes here, once for each page of
# a subtree, while all of them still stand in the database, and in the same transaction.
@receiver(pre_delete, sender=Page)
def put(instance, **kwargs):
    """Put a page that is about to be deleted into the bin."""
    page = instance.specific
    if not isinstance(page, OwnPage):
        return  # the root, or Wagtail's own welcome page: nothing was written there
    said = PageLogEntry.objects.filter(page=page.pk, action="wagtail.delete").first()
    end(page, said and said.user)
    ancestors = list(page.get_ancestors().values_list("pk", flat=True))
    BinnedPage.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "parent_id": ancestors[-1],
            "ancestors": ancestors,
            "deletion": (said and said.uuid) or uuid.uuid4(),
            "title": page.draft_title or page.title,
            "model": page._meta.label_lower,
            "locale_id": page.locale_id,
            "translation_key": page.translation_key,
            "path": page.path,
            "url_path": page.url_path,
            "versions": versions(page),
            "related": serializers.serialize("python", kept_with(page)),
            "restrictions": [
                {
                    "restriction_type": restriction.restriction_type,
                    "password": restriction.password,
                    "groups": list(restriction.groups.values_list("pk", flat=True)),
                }
                for restriction in page.view_restrictions.all()
            ],
            "translations": list(
                Translation.objects.filter(
                    source__object_id=page.translation_key, enabled=True
                ).values_list("pk", flat=True)
            ),
            "deleted_by": said and said.user,
            "deleted_at": timezone.now(),
        },
    )


def kept_with(page):
    """Return the rows that come back with ``page``: of its type, and of the apps' `kept_in_bin`."""
    others = (row for module in modules("kept_in_bin") for row in module.rows(page))
    return [*page.kept_in_bin(), *others]


def end(page, user):
    """End the review of ``page`` and its schedule; those concerned get mail."""
    unscheduled.on_deleted(page, user)
    # Wagtail cannot cancel a review whose step was deleted, and nobody is asked for it.
    states = WorkflowState.objects.for_instance(page).active().exclude(current_task_state=None)
    for state in states:
        state.of_deleted = True  # see `editing.review.mails`
        state.cancel(user=user)


def versions(page):
    """Return the published text and, where it differs, the latest draft of ``page``."""
    kept = [{"content": page.serializable_data(), "user": page.owner_id}]
    latest = page.latest_revision
    if latest and latest.content != kept[0]["content"]:
        draft = {"content": latest.content, "user": latest.user_id}
        # A page that was never published has no other text than its draft.
        kept = [*kept, draft] if page.live else [draft]
    return kept


@receiver(daily)
def empty(**kwargs):
    """Let go of what was deleted 30 days ago."""
    purge()


def purge():
    """Erase for good what has been in the bin for 30 days; return how many pages."""
    too_old = BinnedPage.objects.filter(deleted_at__lte=timezone.now() - KEPT_FOR)
    erased = 0
    for binned in too_old.defer("versions"):
        with transaction.atomic():
            forget_translations(binned)
            binned.delete()
        erased += 1
    return erased


def forget_translations(binned):
    """Erase the translator's strings, unless another page took the place of the deleted one."""
    key = {"translation_key": binned.translation_key, "locale_id": binned.locale_id}
    if not Page.objects.filter(**key).exists():
        cleanup_translation_on_delete(binned)
