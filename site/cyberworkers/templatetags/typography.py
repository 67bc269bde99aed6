"""Typography for what a template shows."""

from django import template
from django.utils.translation import get_language

from cyberworkers.typography import english_html, french_html

register = template.Library()

TYPESET = {"fr": french_html, "en": english_html}


@register.tag
def typeset(parser, token):
    """``{% typeset %}…{% endtypeset %}``: the typography of the active language.

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
        language = (get_language() or "")[:2]
        return TYPESET[language](html) if language in TYPESET else html
