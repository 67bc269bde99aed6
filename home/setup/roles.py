"""Who may do what: one table, applied by `setup_site`."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
)

WRITER, REVIEWER, CHIEF = "Rédaction", "Relecture", "Rédaction en chef"
TRANSLATOR, SALES = "Traduction", "Devis"

# On pages: "add" lets a person edit what they made themselves, "change" what others made.
# A translator has these on the pages of the other languages only.
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
        *(
            f"search.{action}_{model}"
            for model in ("synonymgroup", "promotion")
            for action in ("add", "change", "delete", "view")
        ),
        "home.change_navigation",
        "home.change_legalidentity",
    ],
    TRANSLATOR: [
        "articles.add_person",
        "articles.change_person",
        "articles.add_topic",
        "articles.change_topic",
    ],
    SALES: [
        # "delete" erases what is known of a person, who may ask for it (GDPR, article 17).
        *(f"contact.{action}_quoterequest" for action in ("view", "change", "export", "delete")),
        *(f"contact.{action}_replytemplate" for action in ("add", "change", "delete", "view")),
    ],
}


def apply_roles():
    """Make the groups and give each exactly the permissions of the table."""
    collection = Collection.get_first_root_node()
    for role in PAGES:
        group, _ = Group.objects.get_or_create(name=role)
        group.permissions.set(
            permission(name) for name in ["wagtailadmin.access_admin", *OTHERS[role]]
        )
        places = translated_homes() if role == TRANSLATOR else [Page.get_first_root_node()]
        GroupPagePermission.objects.filter(group=group).exclude(page__in=places).delete()
        for page in places:
            set_permissions(
                GroupPagePermission, {"group": group, "page": page}, page_permissions(PAGES[role])
            )
        set_permissions(
            GroupCollectionPermission,
            {"group": group, "collection": collection},
            media_permissions(MEDIA[role]),
        )


def translated_homes():
    """Return the home page of each language but the first."""
    return list(Page.objects.filter(depth=2).exclude(locale=Locale.get_default()))


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
