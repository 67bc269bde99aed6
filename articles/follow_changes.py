"""What follows when a topic or a person is changed: old addresses lead on, images are redrawn."""

from copy import copy

from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect

from articles.index.page import ArticleIndexPage
from articles.interview_page import InterviewPage
from articles.snippets import Person, Topic
from editing.models import ShareImage

# What of the index says the addresses of a topic and of a person.
PATHS = {Topic: ("topic_path", "feed_path"), Person: ("person_path",)}


@receiver(pre_save, sender=Topic)
@receiver(pre_save, sender=Person)
def remember_address(sender, instance, **kwargs):
    """Keep the slug that the topic or person had until now."""
    before = sender.objects.filter(pk=instance.pk)
    instance.slug_before = before.values_list("slug", flat=True).first()


@receiver(post_save, sender=Topic)
@receiver(post_save, sender=Person)
def leave_redirects(sender, instance, **kwargs):
    """Let the former addresses, also that of a topic's feed, lead to the new ones for good."""
    if instance.slug_before in (None, instance.slug):
        return
    before = copy(instance)
    before.slug = instance.slug_before
    for index in ArticleIndexPage.objects.filter(locale_id=instance.locale_id):
        for name in PATHS[sender]:
            path = getattr(index, name)
            lead_on(index, path(before), path(instance))


def lead_on(index, old, new):
    """Redirect ``old`` to ``new``, both below ``index``, without a chain or a loop.

    A redirect that an editor made for the same address stays.
    """
    old_address, new_address = (Redirect.normalise_path(index.url + path) for path in (old, new))
    old_route, new_route = (Redirect.normalise_page_route_path(f"/{path}") for path in (old, new))
    Redirect.objects.filter(
        old_path__in=[old_address, new_address], automatically_created=True
    ).delete()
    Redirect.objects.filter(redirect_page=index, redirect_page_route_path=old_route).update(
        redirect_page_route_path=new_route
    )
    if not Redirect.objects.filter(old_path=old_address).exists():
        Redirect.add_redirect(
            old_address, index, page_route_path=new_route, automatically_created=True
        )


@receiver(post_save, sender=Person)
def redraw(instance, raw, **kwargs):
    """Ask for the share images that name the person; a fixture brings its own."""
    if raw:
        return
    pages = InterviewPage.objects.live().filter(interviewee_links__person=instance)
    ShareImage.want(pages.values_list("pk", flat=True).distinct())
