"""Feeds are asked for all day long, by readers and machines."""

from django.dispatch import receiver

from articles.index.page import ArticleIndexPage
from editing.worker import warming


@receiver(warming.asked_for_most)
def feeds(**kwargs):
    return [index.feed_url for index in ArticleIndexPage.objects.live().public()]
