"""What search engines read of a video."""

from django import template

from articles.video.structured import structured

register = template.Library()
register.simple_tag(structured)
