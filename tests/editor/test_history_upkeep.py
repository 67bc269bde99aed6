"""The nightly pass takes old states that nobody needs, and leaves what matters."""

import pytest
from django.utils import timezone
from wagtail.models import Comment, PageLogEntry, Revision

from editing.editor import history, states
from editing.models import AutosavedRevision
from home.models import StandardPage
from tests.conftest import account, signed_in
from tests.editor.saving import autosave, mentions, opened, pass_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site):
    return mentions(site)


def state(client, page, text="Brouillon."):
    """Leave a state that was saved by itself, and let ten minutes pass; return it."""
    form = opened(client, page)
    autosave(client, page, form, text)
    pass_by(minutes=10)
    return Revision.objects.get(pk=form["overwrite_revision_id"])


def sitting(client, page):
    """Leave a state that is not the last of its sitting; return it, as it is a month later."""
    first = state(client, page)
    state(client, page, "La suite.")
    pass_by(days=31)
    page.refresh_from_db()
    return first


def exists(revision):
    return Revision.objects.filter(pk=revision.pk).exists()


def test_the_nightly_pass_takes_states_of_a_month_ago_but_the_last_of_each_sitting(cheffe, page):
    first, last = state(cheffe, page), state(cheffe, page, "Fin du matin.")
    pass_by(hours=3)
    afternoon = state(cheffe, page, "Fin du jour.")
    assert history.prune() == 0
    pass_by(days=29)
    assert history.prune() == 0
    pass_by(days=2)
    assert history.prune() == 1
    assert not exists(first)
    assert exists(last)
    assert exists(afternoon)


def test_what_somebody_else_replaced_is_the_last_of_a_sitting(cheffe, page):
    colleague = signed_in(account("collegue", "Rédaction en chef"))
    mine = state(cheffe, page)
    state(colleague, page, "D’une autre.")
    state(cheffe, page, "De moi encore.")
    pass_by(days=31)
    assert history.prune() == 0
    assert exists(mine)


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
        states.keep(revision=revision)
    else:
        StandardPage.objects.filter(pk=page.pk).update(live_revision=revision)
    assert history.prune() == 0
    assert exists(revision)


def test_without_such_a_reason_it_goes(cheffe, page):
    revision = sitting(cheffe, page)
    assert history.prune() == 1
    assert not exists(revision)
    assert AutosavedRevision.objects.count() == 1


def test_the_nightly_pass_thins_the_log_of_autosaves(cheffe, page):
    form = opened(cheffe, page)
    for number in range(4):
        autosave(cheffe, page, form, f"Phrase {number}.")
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.edit").count() == 4
    history.prune()
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.edit").count() == 1
