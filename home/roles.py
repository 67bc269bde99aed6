"""Who may do what: one table, applied by `setup_site`."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

WRITER, REVIEWER, CHIEF = "Rédaction", "Relecture", "Rédaction en chef"
TRANSLATOR, SALES = "Traduction", "Devis"

# On pages: "add" lets a person edit what they made themselves, "change" what others made.
PAGES = {
    WRITER: ["add"],
    REVIEWER: ["change"],
    CHIEF: ["add", "change", "publish", "lock", "unlock", "bulk_delete"],
    TRANSLATOR: ["add", "change"],
    SALES: [],
}
# On images and documents.
MEDIA = {
    WRITER: ["add", "choose"],
    REVIEWER: ["choose"],
    CHIEF: ["add", "change", "delete", "choose"],
    TRANSLATOR: ["choose"],
    SALES: [],
}
# On everything else, by name. Who may submit for translation may also publish what is
# translated (wagtail-localize asks for no other right), so only the editor in chief may.
OTHERS = {
    WRITER: ["articles.add_person", "articles.change_person"],
    REVIEWER: ["articles.change_person"],
    CHIEF: [
        *(
            f"articles.{action}_{model}"
            for model in ("person", "topic")
            for action in ("add", "change", "delete", "view")
        ),
        "wagtail_localize.submit_translation",
    ],
    TRANSLATOR: [
        "articles.add_person",
        "articles.change_person",
        "articles.add_topic",
        "articles.change_topic",
    ],
    SALES: ["contact.view_quoterequest", "contact.change_quoterequest"],
}

WORKFLOW = "Relecture, puis validation"
STEPS = [("Relecture", [REVIEWER, CHIEF]), ("Validation", [CHIEF])]


def apply_roles():
    """Make the groups and give each exactly the permissions of the table."""
    root, collection = Page.get_first_root_node(), Collection.get_first_root_node()
    for role in PAGES:
        group, _ = Group.objects.get_or_create(name=role)
        group.permissions.set(
            permission(name) for name in ["wagtailadmin.access_admin", *OTHERS[role]]
        )
        set_permissions(
            GroupPagePermission, {"group": group, "page": root}, page_permissions(PAGES[role])
        )
        set_permissions(
            GroupCollectionPermission,
            {"group": group, "collection": collection},
            media_permissions(MEDIA[role]),
        )


def apply_workflow():
    """Make the two-step review and put it on the whole tree."""
    workflow, created = Workflow.objects.get_or_create(name=WORKFLOW)
    if created:
        for order, (name, roles) in enumerate(STEPS):
            task = GroupApprovalTask.objects.create(name=name)
            task.groups.set(Group.objects.filter(name__in=roles))
            WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
        # Wagtail's own examples, which would only stand in the way.
        Group.objects.filter(name__in=["Moderators", "Editors"], user=None).delete()
        Workflow.objects.exclude(pk=workflow.pk).update(active=False)
        WorkflowPage.objects.update_or_create(
            page=Page.get_first_root_node(), defaults={"workflow": workflow}
        )


def permission(name):
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def page_permissions(actions):
    codenames = [f"{action}_page" for action in actions]
    content_type = ContentType.objects.get_for_model(Page)
    return Permission.objects.filter(content_type=content_type, codename__in=codenames)


def media_permissions(actions):
    codenames = [f"{action}_{model}" for action in actions for model in ("image", "document")]
    return Permission.objects.filter(
        content_type__app_label__in=["wagtailimages", "wagtaildocs"], codename__in=codenames
    )


def set_permissions(model, place, permissions):
    model.objects.filter(**place).exclude(permission__in=permissions).delete()
    for one in permissions:
        model.objects.get_or_create(**place, permission=one)
