"""The dates of a page that have done their work: nobody is asked for them again.

The beginning has, once the page was published at it or later; the end, once the page was
withdrawn for it. The row of the page tells, whatever a version of its text still says.
"""

from django.utils import timezone


def has_begun(page, when):
    """Return whether ``page``, as it is stored, was published for the date ``when``, or later."""
    return bool(when and page.last_published_at and when <= page.last_published_at)


def has_ended(page, when):
    """Return whether ``page``, as it is stored, was withdrawn for the date ``when``, or later."""
    return bool(when and page.expired and page.expire_at and when <= page.expire_at)


def is_past(when):
    return when is not None and when <= timezone.now()


def without_past(page):
    """Take from ``page``, which is about to be published, a beginning that it waits for no more."""
    if is_past(page.go_live_at):
        page.go_live_at = None


class ClearedDates:
    """A page whose versions come without the dates that have done their work."""

    def with_content_json(self, content):
        version = super().with_content_json(content)
        if has_begun(self, version.go_live_at):
            version.go_live_at = None
        if has_ended(self, version.expire_at):
            version.expire_at = None
        return version
