"""Interviews for the pages of other apps."""

from django import template

from articles.models import ArticleIndexPage, InterviewPage

register = template.Library()


@register.simple_tag
def latest_interviews(count, lead=None):
    """Return ``count`` interviews, newest first, with ``lead`` in front when it is readable."""
    interviews = list(InterviewPage.objects.cards()[: count + 1])
    if lead is None:
        return interviews[:count]
    chosen = [page for page in InterviewPage.objects.cards().filter(pk=lead.pk)]
    return (chosen + [page for page in interviews if page.pk != lead.pk])[:count]


@register.simple_tag
def used_topics():
    return InterviewPage.objects.topics()


@register.simple_tag
def interview_index():
    """Return the index of interviews in the language of the request, or None."""
    return ArticleIndexPage.objects.published().first()


@register.simple_tag
def topic_url(index, topic):
    return index.topic_url(topic)


@register.simple_tag
def topic_feed_url(index, topic):
    return index.url + index.feed_path(topic)
