"""The review that every page goes through: made by `setup_site`."""

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from editing.review import conversion
from editing.review.task import ReviewTask
from home.setup.roles import CHIEF, REVIEWER

WORKFLOW = "Relecture, puis validation"
# Approving the last step publishes: its people must be allowed to.
STEPS = [("Relecture", [REVIEWER, CHIEF]), ("Validation", [CHIEF])]


def apply_workflow():
    """Make the two-step review and put it on the whole tree; keep what editors made of it."""
    workflow, created = Workflow.objects.get_or_create(name=WORKFLOW)
    if created:
        for order, (name, roles) in enumerate(STEPS):
            task = ReviewTask.objects.create(name=name)
            task.groups.set(Group.objects.filter(name__in=roles))
            WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
        # Wagtail's own examples, which would only stand in the way.
        Group.objects.filter(name__in=["Moderators", "Editors"], user=None).delete()
        Workflow.objects.exclude(pk=workflow.pk).update(active=False)
        WorkflowPage.objects.update_or_create(
            page=Page.get_first_root_node(), defaults={"workflow": workflow}
        )
    # An installation from before there was a step of our own.
    for task in GroupApprovalTask.objects.filter(workflow_tasks__workflow=workflow):
        conversion.convert(task)
