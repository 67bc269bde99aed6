"""A draft that was saved by hand gets its posters too, so that its preview shows them."""

from wagtail import hooks

from articles.interview_page import InterviewPage
from articles.video.posters import note_missing


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def note_missing_of_draft(request, page):
    """An autosave may hold half an address, which could be that of another video."""
    if isinstance(page, InterviewPage) and request.accepts("text/html"):
        note_missing(page)
