"""Who may paste where, and who may see what was pasted."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from articles.index.page import ArticleIndexPage
from articles.transcript.models import Transcript


def indexes_for(user):
    """Return the pages below which ``user`` may write interviews, French first."""
    pages = ArticleIndexPage.objects.filter(alias_of=None).select_related("locale").order_by("path")
    return [page for page in pages if page.permissions_for_user(user).can_add_subpage()]


def index_for(user, pk):
    """Return such a page by its key. Raises Http404 and PermissionDenied."""
    index = get_object_or_404(ArticleIndexPage.objects.select_related("locale"), pk=pk)
    if not index.permissions_for_user(user).can_add_subpage():
        raise PermissionDenied
    return index


def transcript_for(user, pk, **conditions):
    """Return a transcript that ``user`` may see. Raises Http404 and PermissionDenied.

    As long as there is no draft it is its owner's; then it is for those who may edit the page.
    """
    found = Transcript.objects.select_related("index__locale").filter(**conditions)
    transcript = get_object_or_404(found, pk=pk)
    if not may_see(user, transcript):
        raise PermissionDenied
    return transcript


def may_see(user, transcript):
    if transcript.page_id is None:
        may_write = transcript.index.permissions_for_user(user).can_add_subpage()
        return may_write and (transcript.owner_id == user.pk or user.is_superuser)
    page = transcript.page_or_none
    return page is not None and page.permissions_for_user(user).can_edit()
