"""Which rows readers see, table by table: what is not named here or by its model is seen.

A model says ``never_shown = True`` when no public page depends on its rows, and in
``never_shown_fields`` on which of its fields none does. So a new table counts until somebody says
otherwise.
"""

from django.apps import apps
from modelcluster.fields import ParentalKey
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.models import Page

# Of packages: accounts, the CMS's own work, mail, search indexes (results are never stored) …
NEVER_SHOWN_APPS = {
    "auth",
    "axes",
    "post_office",
    "sessions",
    "taggit",
    "wagtail_localize",
    "wagtailadmin",
    "wagtailforms",
    "wagtailsearch",
    "wagtailusers",
}
NEVER_SHOWN = {
    "wagtailcore.apitoken",
    "wagtailcore.comment",
    "wagtailcore.commentreply",
    "wagtailcore.groupapprovaltask",
    "wagtailcore.groupapprovaltask_groups",
    "wagtailcore.groupcollectionpermission",
    "wagtailcore.grouppagepermission",
    "wagtailcore.groupsitepermission",
    "wagtailcore.modellogentry",
    "wagtailcore.pagelogentry",
    "wagtailcore.pagesubscription",
    "wagtailcore.referenceindex",
    "wagtailcore.revision",
    "wagtailcore.task",
    "wagtailcore.taskstate",
    "wagtailcore.uploadedfile",
    "wagtailcore.workflow",
    "wagtailcore.workflowcontenttype",
    "wagtailcore.workflowpage",
    "wagtailcore.workflowstate",
    "wagtailcore.workflowtask",
}
# What saving a draft, a lock and a schedule write to a page; readers see none of it.
DRAFT_FIELDS = {
    "draft_title",
    "expire_at",
    "go_live_at",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "locked",
    "locked_at",
    "locked_by",
    "numchild",
    "owner",
}
# What is worked out when somebody first asks for it; a new file has a new name.
WORKED_OUT = {"file_size", "file_hash"}
# Files, and what is made of them.
FILES = (AbstractDocument, AbstractImage, AbstractRendition)


def shown_models():
    """Return the models of which readers may see rows, those of many-to-many tables too."""
    models = apps.get_models(include_auto_created=True)
    return [model for model in models if model._meta.managed and not is_never_shown(model)]


def is_never_shown(model):
    meta = model._meta
    through = meta.auto_created  # the model to which a many-to-many table belongs
    return (
        getattr(model, "never_shown", False)
        or meta.app_label in NEVER_SHOWN_APPS
        or meta.label_lower in NEVER_SHOWN
        or bool(through and is_never_shown(through))
    )


def shown_columns(model):
    """Return the columns of ``model`` whose change readers may see."""
    hidden = DRAFT_FIELDS if model is Page else getattr(model, "never_shown_fields", ())
    if issubclass(model, FILES):
        hidden = WORKED_OUT
    return [field.column for field in model._meta.local_concrete_fields if field.name not in hidden]


def counts_when_new(model):
    """Return whether readers may see a new row of ``model``.

    They may see a new image or document before anything is published that names it: texts name it
    by its number, under which it may come back from a backup. A rendition shows what its image
    shows, whether it was made now or before.
    """
    return not issubclass(model, AbstractRendition)


def column_of_page(model):
    """Return the column that names the page of which a row is a part, or None.

    Of a page that is not live nobody sees a new part.
    """
    if issubclass(model, Page) and model is not Page:
        return model._meta.pk.column
    for field in model._meta.local_fields:
        if isinstance(field, ParentalKey) and issubclass(field.related_model, Page):
            return field.column
    return None
