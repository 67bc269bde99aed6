from django import template

from editing.losses import losses

register = template.Library()

register.simple_tag(losses)
