import json

from django import template

register = template.Library()


@register.filter
def with_lock(props, locked):
    """Return the props of wagtail-localize's editor, read-only where the person is locked out.

    By itself it looks at one of the locks, and at that whoever set it.
    """
    values = json.loads(props)
    values["object"]["isLocked"] = bool(locked)
    return json.dumps(values)
