"""``{% guide_link "le-calendrier" %}``: where the guide of the newsroom says how a screen works."""

from django import template

from editing.desk.guide import part

register = template.Library()


@register.inclusion_tag("editing/desk/guide_link.html")
def guide_link(name):
    """Link the part of the guide whose heading has the slug ``name``."""
    return {"part": part(name)}
