"""French typography for what a template shows."""

from django import template
from django.utils.translation import get_language

from cyberworkers.typography import french_html

register = template.Library()


@register.tag
def typeset(parser, token):
    """``{% typeset %}…{% endtypeset %}``: French typography, where the language is French.

    Inside an attribute as well: what stands there is escaped text without tags.
    """
    nodes = parser.parse(("endtypeset",))
    parser.delete_first_token()
    return TypesetNode(nodes)


class TypesetNode(template.Node):
    def __init__(self, nodes):
        self.nodelist = nodes

    def render(self, context):
        html = self.nodelist.render(context)
        return french_html(html) if (get_language() or "").startswith("fr") else html
