from django import template

from editing.bin.losses import losses

register = template.Library()

register.simple_tag(losses)
