"""A block that was removed can be brought back, for as long as the page is open.

Wagtail asks nothing before it removes one, and saves by itself a moment later.
"""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static


@hooks.register("insert_editor_js")
def link_script():
    """Give the script its words: {name} is that of the block, {text} how it begins."""
    return format_html(
        '<script src="{}" data-block="{}" data-removed="{}" data-removed-text="{}" '
        'data-restored="{}" data-undo="{}"></script>',
        versioned_static("editing/removed.js"),
        _("Without a name"),
        _("Block “{name}” removed"),
        _("Block “{name}” removed: {text}"),
        _("Block “{name}” brought back"),
        _("Undo the removal"),
    )


@hooks.register("insert_global_admin_css")
def link_styles():
    return format_html('<link rel="stylesheet" href="{}">', versioned_static("editing/removed.css"))
