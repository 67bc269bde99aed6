"""What ties an interview to people and topics."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import model_from_serializable_data
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin

from articles.snippets import Person, Topic


class InterviewLink(TranslatableMixin, Orderable):
    """Ties an interview to a person or a topic; translated with the page.

    What a published interview names cannot be deleted. What drafts name can: they do without.
    """

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """Return the link, or None where its person or topic is gone: otherwise the whole
        version would not open (modelcluster knows no PROTECT).

        One query: page and locale, which modelcluster would fetch as well, are the version's own.
        """
        (field,) = (one for one in cls._meta.concrete_fields if is_named(one))
        named = field.related_model.objects.filter(pk=data[field.name]).first()
        if named is None:
            return None
        link = model_from_serializable_data(cls, data, check_fks=False, strict_fks=strict_fks)
        setattr(link, field.name, named)
        return link


def is_named(field):
    """Return whether ``field`` of a link holds the person or the topic."""
    protects = field.remote_field and field.remote_field.on_delete is models.PROTECT
    return protects and field.name != "locale"


class Interviewee(InterviewLink):
    page = ParentalKey(
        "articles.InterviewPage", on_delete=models.CASCADE, related_name="interviewee_links"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="interviewee_links"
    )
    panels = [FieldPanel("person", heading=_("Person"))]

    class Meta(InterviewLink.Meta):
        verbose_name = _("interviewee")
        verbose_name_plural = _("interviewees")


class Interviewer(InterviewLink):
    page = ParentalKey(
        "articles.InterviewPage", on_delete=models.CASCADE, related_name="interviewer_links"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="interviewer_links"
    )
    panels = [FieldPanel("person", heading=_("Person"))]

    class Meta(InterviewLink.Meta):
        verbose_name = _("interviewer")
        verbose_name_plural = _("interviewers")


class InterviewTopic(InterviewLink):
    page = ParentalKey(
        "articles.InterviewPage", on_delete=models.CASCADE, related_name="topic_links"
    )
    topic = models.ForeignKey(
        Topic, verbose_name=_("topic"), on_delete=models.PROTECT, related_name="interview_links"
    )
    panels = [FieldPanel("topic", heading=_("Topic"))]

    class Meta(InterviewLink.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
