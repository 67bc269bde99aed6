"""Places in a page that any app may fill."""

from django import template
from django.utils.safestring import mark_safe

from cyberworkers import slots

register = template.Library()


@register.simple_tag(takes_context=True)
def slot(context, name):
    """Return what the installed apps put into the slot ``name``: see `cyberworkers.slots`."""
    engine = context.template.engine
    with context.push():
        fills = [engine.get_template(one).render(context) for one in slots.templates(name)]
    return mark_safe("".join(fills))  # noqa: S308 - rendered templates, which escape what they show
