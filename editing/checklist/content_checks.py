"""Wagtail's content checks (the preview and the user bar), in the language of our checklist."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.userbar import ContentCheckerItem

# An alternative text that is a file's name, or says only that there is an image.
NOT_TELLING = (
    r"\.(avif|gif|jpe?g|png|svg|webp)$|_|^(image|photo|illustration|picture)( (de|of)\b|$)"
)


class ContentChecks(ContentCheckerItem):
    axe_include = ["main"]  # what editors can mend, not the frame around it
    axe_run_only = [*ContentCheckerItem.axe_run_only, "image-alt"]
    axe_custom_checks = [
        check
        if check["id"] != "check-image-alt-text"
        else {**check, "options": {"pattern": NOT_TELLING}}
        for check in ContentCheckerItem.axe_custom_checks
    ]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        "image-alt": {
            "error_name": _("An image has no alternative text"),
            "help_text": _("Say in words what each image shows, or mark it as decorative."),
        },
        "alt-text-quality": {
            "error_name": _("An alternative text says nothing of the image"),
            "help_text": _(
                "Say in words what is to be seen: no file name, and without “image of”."
            ),
        },
        "empty-meta-description": {
            "error_name": _("The description for search engines is empty"),
            "help_text": _("Write one or two sentences for search engines and shared links."),
        },
    }


@hooks.register("construct_wagtail_userbar")
def use_our_content_checks(request, items, page):
    items[:] = [
        ContentChecks(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item
        for item in items
    ]
