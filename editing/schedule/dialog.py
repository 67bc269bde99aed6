"""Lays out the dialog in which the dates of a page are chosen."""

from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static


@hooks.register("insert_global_admin_css")
def link_stylesheet():
    return format_html(
        '<link rel="stylesheet" href="{}">', versioned_static("editing/schedule_dialog.css")
    )
