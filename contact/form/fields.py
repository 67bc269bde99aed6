"""The fields that editors put into the quote form."""

from django.db import models
from django.forms import TextInput
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.forms.forms import FormBuilder
from wagtail.contrib.forms.models import FORM_FIELD_CHOICES, AbstractFormField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

OUR_TYPES = [("telephone", _("Telephone")), ("attachments", _("Attachments"))]


def chosen(nothing):
    """Return a text field of which `questions.js` makes a list; ``nothing`` is its empty choice."""
    return TextInput(attrs={"data-none": nothing})


class FormField(TranslatableMixin, AbstractFormField):
    class Purpose(models.TextChoices):
        """Values of HTML's autocomplete attribute."""

        NONE = "", _("Something else")
        NAME = "name", _("Name of the visitor")
        ORGANIZATION = "organization", _("Company")
        EMAIL = "email", _("E-mail address")
        TELEPHONE = "tel", _("Telephone number")

    page = ParentalKey("contact.QuotePage", on_delete=models.CASCADE, related_name="form_fields")
    field_type = models.CharField(
        _("field type"), max_length=16, choices=[*FORM_FIELD_CHOICES, *OUR_TYPES]
    )
    field_type.required_on_save = True
    purpose = models.CharField(
        _("purpose"),
        max_length=16,
        choices=Purpose,
        blank=True,
        default=Purpose.NONE,
        help_text=_("Lets browsers fill the field in, and fills the columns of the inbox."),
    )
    shown_if = models.CharField(
        _("shown if"),
        max_length=255,
        blank=True,
        help_text=_(
            "The question, word for word, on whose answer this one depends; it stands before "
            "this one. Empty: this one is always shown."
        ),
    )
    shown_if_answer = models.CharField(
        _("is answered with"),
        max_length=255,
        blank=True,
        help_text=_("One of its choices, word for word. Empty: with anything."),
    )

    panels = [
        *AbstractFormField.panels,
        FieldPanel("purpose"),
        FieldPanel("shown_if", widget=chosen(_("Always shown"))),
        FieldPanel("shown_if_answer", widget=chosen(_("With any answer"))),
    ]
    override_translatable_fields = [
        SynchronizedField("clean_name", overridable=False),
        SynchronizedField("purpose", overridable=False),
        SynchronizedField("shown_if", overridable=False),
        TranslatableField("shown_if_answer"),
        TranslatableField("label"),
        TranslatableField("help_text"),
    ]

    class Meta(TranslatableMixin.Meta, AbstractFormField.Meta):
        pass

    @property
    def choice_list(self):
        """The choices that the form offers, as Wagtail reads them from the text: each once."""
        read = [value for value, label in FormBuilder([]).get_formatted_field_choices(self)]
        return list(dict.fromkeys(filter(None, read)))
