"""People and topics: named once, used by many interviews."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.admin.widgets.slug import SlugInput
from wagtail.images import get_image_model_string
from wagtail.models import TranslatableMixin
from wagtail.search import index

from cyberworkers.answering.choosers import OptionalKey


class NamePanel(TitleFieldPanel):
    """Proposes the slug, as long as nobody knows it: a name that is corrected keeps its address."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"placeholder": False, "classname": ""} | kwargs)

    class BoundPanel(TitleFieldPanel.BoundPanel):
        def get_should_apply(self):
            return self.instance._state.adding


class Person(TranslatableMixin, index.Indexed, models.Model):
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("slug"), max_length=120)
    role = models.CharField(
        _("role"), max_length=160, blank=True, help_text=_("What the person does, and where.")
    )
    biography = models.TextField(_("biography"), max_length=600, blank=True)
    portrait = OptionalKey(
        get_image_model_string(),
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown on the page of this person."),
    )

    panels = [
        NamePanel("name"),
        FieldPanel("slug", widget=SlugInput),
        FieldPanel("role"),
        FieldPanel("biography"),
        FieldPanel("portrait"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale"),  # the choosers search in one language
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["locale", "slug"], name="unique_person_slug")
        ]

    def __str__(self):
        return self.name


class Topic(TranslatableMixin, index.Indexed, models.Model):
    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(
        _("slug"), max_length=80, help_text=_("The end of the topic's address.")
    )
    description = models.TextField(_("description"), max_length=400, blank=True)

    panels = [
        NamePanel("name"),
        FieldPanel("slug", widget=SlugInput),
        FieldPanel("description"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale"),  # the choosers search in one language
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="unique_topic_slug")]

    def __str__(self):
        return self.name
