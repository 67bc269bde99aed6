"""``{% what_is_open page %}``: the sentence that counts what is open on a text, or nothing."""

from django import template

from editing.review.remarks import what_is_open

register = template.Library()
register.simple_tag(what_is_open)
