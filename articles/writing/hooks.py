"""Writing questions and answers without leaving the keyboard, and with no more buttons than needed.

Only an enhancement: without its script the editor has all of Wagtail's own fields and buttons.
"""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static


@hooks.register("insert_editor_js")
def link_script():
    return format_html(
        '<script src="{}" data-another="{}"></script>',
        versioned_static("articles/writing/writing.js"),
        _("Another answer to this question"),
    )


@hooks.register("insert_global_admin_css")
def link_styles():
    address = versioned_static("articles/writing/writing.css")
    return format_html('<link rel="stylesheet" href="{}">', address)
