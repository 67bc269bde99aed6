"""The nightly pass takes autosaves that nobody needs, and leaves what matters."""

import pytest
from django.utils import timezone
from wagtail.models import Comment, PageLogEntry, Revision

from editing.editor import history
from home.models import StandardPage
from tests.editor.saving import autosave, mentions, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site):
    return mentions(site)


def sitting(client, page):
    """Leave an autosave that a later save contains; return it, still there."""
    form = opened(client, page)
    autosave(client, page, form, "Brouillon.")
    revision = Revision.objects.get(pk=form["overwrite_revision_id"])
    page.refresh_from_db()
    page.save_revision(user=client.user)
    return revision


def test_the_nightly_pass_takes_what_a_later_save_contains(cheffe, page):
    revision = sitting(cheffe, page)
    assert history.prune() == 1
    assert not Revision.objects.filter(pk=revision.pk).exists()


@pytest.mark.parametrize(
    "reason", ["scheduled", "commented", "in a review", "published", "saved by hand", "live"]
)
def test_the_nightly_pass_leaves_what_matters(cheffe, page, reason):
    revision = sitting(cheffe, page)
    if reason == "scheduled":
        revision.approved_go_live_at = timezone.now()
        revision.save()
    elif reason == "commented":
        Comment.objects.create(
            page=page, user=cheffe.user, text="?", contentpath="body", revision_created=revision
        )
    elif reason == "in a review":
        page.get_workflow().start(page, cheffe.user)
        page.current_workflow_task_state.__class__.objects.update(revision=revision)
    elif reason == "published":
        PageLogEntry.objects.create(
            page=page,
            action="wagtail.publish",
            label=page.title,
            revision=revision,
            timestamp=timezone.now(),
            content_type=page.content_type,
        )
    elif reason == "saved by hand":
        history.keep(page)
    else:
        StandardPage.objects.filter(pk=page.pk).update(live_revision=revision)
    assert history.prune() == 0
    assert Revision.objects.filter(pk=revision.pk).exists()


def test_the_nightly_pass_thins_the_log_of_autosaves(cheffe, page):
    form = opened(cheffe, page)
    for number in range(4):
        autosave(cheffe, page, form, f"Phrase {number}.")
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.edit").count() == 4
    history.prune()
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.edit").count() == 1
