"""Images that an interview shows without being edited: new portraits and fetched posters."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail import hooks
from wagtail.signals import page_published

from articles.interview_page import InterviewPage
from articles.snippets import Person
from articles.video.models import VideoPoster
from articles.video.posters import note_missing, videos
from editing.worker.prerendering import prerender_again


@receiver(page_published, sender=InterviewPage)
def on_published(instance, **kwargs):
    """Let the worker fetch posters for the videos that have none."""
    note_missing(instance)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def on_saved_by_hand(request, page):
    """Do it for a draft, too, so that its preview shows them.

    Not for an autosave: it may hold half an address, which could be that of another video.
    """
    if isinstance(page, InterviewPage) and request.accepts("text/html"):
        note_missing(page)


@receiver(post_save, sender=Person)
def on_portrait(instance, created, **kwargs):
    """Let the worker look at the interviews of the person: a preview shows the portrait."""
    if instance.portrait_id and not created:
        for links in (instance.interviewee_links, instance.interviewer_links):
            prerender_again(links.values("page"))


@receiver(post_save, sender=VideoPoster)
def on_poster(instance, **kwargs):
    """Let the worker look at the interviews with the video. It is fetched once, so rarely."""
    if instance.image_id:
        pages = InterviewPage.objects.live().only("body").iterator()
        prerender_again([page.pk for page in pages if instance.address in addresses(page)])


def addresses(page):
    return {value.video.watch for value in videos(page) if value.video}
