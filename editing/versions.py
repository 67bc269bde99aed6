"""A version of a page becomes a page, and is checked, without fetching what is known to be there.

Stock, opening a version fetches each row that it names, among them two whole versions; and saving
it looks for each again.
"""

from wagtail.models import Revision

# What the site itself writes into these, nobody types; and none is deleted while pages name it.
KEPT = ("content_type", "locale")
# Versions may be deleted while older ones name them.
VERSIONS = ("latest_revision", "live_revision")


class OpenedQuickly:
    """A page that trusts in a version for what only the site itself writes."""

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """Return the page that ``data`` holds, as modelcluster does."""
        trusted = {name: data[name] for name in (*KEPT, *VERSIONS) if name in data}
        rest = data | dict.fromkeys(trusted)
        page = super().from_serializable_data(rest, check_fks, strict_fks)
        if page is None:
            return None
        there = existing(trusted.get(name) for name in VERSIONS) if check_fks else None
        for name, pk in trusted.items():
            gone = name in VERSIONS and check_fks and pk not in there
            setattr(page, cls._meta.get_field(name).attname, None if gone else pk)
        return page

    def get_latest_revision(self):
        """Return the latest version; where it is the live one, that is known by then, too."""
        latest = super().get_latest_revision()
        if latest and latest.pk == self.live_revision_id:
            self.live_revision = latest
        return latest

    def clean_fields(self, exclude=None):
        """Check the fields that somebody may have filled."""
        super().clean_fields(exclude={*(exclude or ()), *KEPT, *VERSIONS})


def existing(numbers):
    """Return those of the ``numbers`` of versions, or None, that still exist. One query at most."""
    numbers = {number for number in numbers if number}
    found = Revision.objects.filter(pk__in=numbers).values_list("pk", flat=True)
    return set(found) if numbers else set()
