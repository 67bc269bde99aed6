"""Rich text whose internal links are looked up once for a whole page.

Wagtail's own filter looks them up once for each piece of rich text, so the queries of an
interview would grow with its answers.
"""

from django import template
from django.utils.safestring import mark_safe
from wagtail.rich_text import expand_db_html

register = template.Library()


@register.filter
def prose(rich_text):
    """Return the stored HTML of ``rich_text``; must stand inside ``{% expand %}``.

    Safe as Wagtail's own filter is: the editor's whitelist was applied when it was saved.
    """
    return mark_safe(rich_text.source if rich_text else "")  # noqa: S308


@register.tag
def expand(parser, token):
    """``{% expand %}…{% endexpand %}``: turn the internal links inside into addresses."""
    nodes = parser.parse(("endexpand",))
    parser.delete_first_token()
    return ExpandNode(nodes)


class ExpandNode(template.Node):
    def __init__(self, nodes):
        self.nodelist = nodes

    def render(self, context):
        return expand_db_html(self.nodelist.render(context))
