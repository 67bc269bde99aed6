"""Lays out the dialog in which the dates of a page are chosen, and opens it for an error in it."""

from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static


@hooks.register("insert_global_admin_css")
def link_stylesheet():
    return format_html(
        '<link rel="stylesheet" href="{}">', versioned_static("editing/schedule_dialog.css")
    )


@hooks.register("insert_editor_js")
def open_what_hides_an_error():
    return format_html('<script src="{}" defer></script>', versioned_static("editing/reveal.js"))
