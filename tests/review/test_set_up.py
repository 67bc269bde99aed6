"""An installation from before there was a review of our own is turned into one."""

import pytest
from django.core.management import call_command
from wagtail.models import GroupApprovalTask, Page, WorkflowTask

from editing.review.task import ReviewTask, why_not_approve
from tests.steps import reviewing

pytestmark = pytest.mark.django_db


def as_before():
    """Make the steps what they were before there was one of our own."""
    for link in WorkflowTask.objects.filter(workflow__active=True):
        stock = GroupApprovalTask.objects.create(name=link.task.name)
        stock.groups.set(link.task.specific.groups.all())
        old, link.task = link.task, stock
        link.save()
        old.specific.delete()


def test_set_up_turns_the_steps_of_an_older_installation_into_ours(redactrice, relecteur, cheffe):
    as_before()
    page = reviewing.standard_page(redactrice.user)
    other = reviewing.standard_page(redactrice.user, title="Autre")
    for one in (page, other):
        reviewing.submit(redactrice, one)
    reviewing.act(relecteur, other, "approve")
    for _ in range(2):
        call_command("setup_site", verbosity=0)
    assert not GroupApprovalTask.objects.filter(workflow_tasks__workflow__active=True).exists()
    assert ReviewTask.objects.count() == 2
    assert (reviewing.at(page), reviewing.at(other)) == ("Relecture", "Validation")
    assert not why_not_approve(reviewing.step(page), relecteur.user)
    reviewing.act(relecteur, page, "approve")
    for one in (page, other):
        reviewing.act(cheffe, one, "approve")
        assert Page.objects.get(pk=one.pk).live
