"""The guide of the newsroom, docs/guide/README.md, opened in the CMS: what “Help” leads to."""

from functools import cache
from typing import NamedTuple

from django.conf import settings
from django.urls import path, reverse_lazy
from django.utils.safestring import mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from markdown_it import MarkdownIt
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cyberworkers.typography import french, french_html

GUIDE = settings.BASE_DIR / "docs" / "guide" / "README.md"
TITLE = _("Guide of the newsroom")


class Part(NamedTuple):
    id: str
    title: str


def part(name):
    """Return the Part with the id ``name``. Raises KeyError."""
    return {one.id: one for one in guide()[0]}[name]


class GuideView(WagtailAdminTemplateMixin, TemplateView):
    page_title = TITLE
    header_icon = "help"
    template_name = "editing/desk/guide.html"

    def get_context_data(self, **kwargs):
        parts, html = guide()
        return super().get_context_data(**kwargs) | {"parts": parts, "guide": html}


@cache
def guide():
    """Return the Parts of the guide, and all of it as HTML; its title is that of the screen."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(GUIDE.read_text(encoding="utf-8"))[3:]
    parts = []
    for heading, text in zip(tokens, tokens[1:], strict=False):
        if heading.type == "heading_open" and heading.tag == "h2":
            parts.append(Part(slugify(text.content), french(text.content)))
            heading.attrSet("id", parts[-1].id)
    html = markdown.renderer.render(tokens, markdown.options, {})
    # Our own file; what it holds of HTML is shown as text.
    return parts, mark_safe(french_html(html))  # noqa: S308


@hooks.register("register_admin_urls")
def guide_address():
    return [path("guide/", GuideView.as_view(), name="editing_guide")]


@hooks.register("register_help_menu_item")
def guide_menu_item():
    return MenuItem(TITLE, reverse_lazy("editing_guide"), name="guide", icon_name="help", order=100)


@hooks.register("construct_help_menu")
def leave_wagtails_own(request, items):
    """Take out what leads to Wagtail's guide and news: English, and of other buttons than ours."""
    items[:] = [
        one for one in items if one.name != "editor-guide" and not one.name.startswith("whats-new")
    ]
