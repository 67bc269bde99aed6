"""A version of an interview as it would be published."""

from dataclasses import dataclass

from wagtail.models import Revision

from articles.agreement.text import content_of, text_digest


@dataclass
class Version:
    page: object
    revision_id: int | None
    digest: str


def latest(page):
    """Return the latest version of ``page``, published or not."""
    return Version(
        page.get_latest_revision_as_object(), page.latest_revision_id, text_digest(content_of(page))
    )


def seen(page, seal):
    """Return the version that ``seal`` tells of, or the latest when it is there no longer."""
    revision = Revision.objects.for_instance(page).filter(pk=seal["revision"]).first()
    if revision and text_digest(revision.content) == seal["digest"]:
        return Version(revision.as_object(), revision.pk, seal["digest"])
    return latest(page)
