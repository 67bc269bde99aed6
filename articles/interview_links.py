"""What ties an interview to people and topics."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin

from articles.snippets import Person, Topic


class InterviewLink(TranslatableMixin, Orderable):
    """Ties an interview to a person or a topic; translated with the page."""

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True


class Interviewee(InterviewLink):
    page = ParentalKey(
        "articles.InterviewPage", on_delete=models.CASCADE, related_name="interviewee_links"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="interviewee_links")
    panels = [FieldPanel("person")]

    class Meta(InterviewLink.Meta):
        verbose_name = _("interviewee")
        verbose_name_plural = _("interviewees")


class Interviewer(InterviewLink):
    page = ParentalKey(
        "articles.InterviewPage", on_delete=models.CASCADE, related_name="interviewer_links"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="interviewer_links")
    panels = [FieldPanel("person")]

    class Meta(InterviewLink.Meta):
        verbose_name = _("interviewer")
        verbose_name_plural = _("interviewers")


class InterviewTopic(InterviewLink):
    page = ParentalKey(
        "articles.InterviewPage", on_delete=models.CASCADE, related_name="topic_links"
    )
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="interview_links")
    panels = [FieldPanel("topic")]

    class Meta(InterviewLink.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
