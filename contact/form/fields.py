"""The fields that editors put into the quote form, and the form made of them."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.forms.forms import FormBuilder
from wagtail.contrib.forms.models import FORM_FIELD_CHOICES, AbstractFormField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from contact.form.conditions import ConditionalForm, conditions
from contact.form.plain_text import on_one_line, plain
from contact.uploads.field import AttachmentsField

OUR_TYPES = [("telephone", _("Telephone")), ("attachments", _("Attachments"))]
SHORT, LONG, ADDRESS = 255, 5_000, 2_000  # characters


def validate_address(value):
    """Refuse an e-mail address to which no mail could be sent (RFC 5321; RFC 3490 for its host).

    Quoted names may hold commas, which would make several addresses of one in the outbox. Among
    the letters of names Django counts ſ and the sign of kelvin, which it takes for s and K.
    """
    validate_email(value)
    if '"' in value or value != plain(value) or not value.isprintable():
        raise ValidationError(validate_email.message)
    name, _at, host = value.rpartition("@")
    try:
        name.encode("ascii")
        host.encode("idna")
    except UnicodeError:
        raise ValidationError(validate_email.message) from None


class Text(forms.CharField):
    def to_python(self, value):
        return plain(super().to_python(value)).strip()


class Line(forms.CharField):
    def to_python(self, value):
        return on_one_line(super().to_python(value))


class Number(forms.DecimalField):
    """A number as people write it: ``1 500,50`` in French. Of an input for numbers, browsers send
    nothing when it holds a word, and the word would be lost.
    """

    def __init__(self, **options):
        widget = forms.TextInput(attrs={"inputmode": "decimal"})
        super().__init__(max_digits=20, decimal_places=6, localize=True, widget=widget, **options)

    def to_python(self, value):
        return super().to_python("".join(value.split()) if isinstance(value, str) else value)


class Address(forms.EmailField):
    default_validators = [validate_address]  # Django's own is the first of its rules


class Choices(forms.MultipleChoiceField):
    """Each choice at most once, however often it was sent."""

    def to_python(self, value):
        return list(dict.fromkeys(super().to_python(value)))


def validate_recipients(value):
    """Refuse a list of addresses with commas in which one is no address, and name it."""
    for address in value.split(","):
        try:
            validate_address(address.strip())
        except ValidationError:
            raise ValidationError(
                _("“%(address)s” is no e-mail address. Several addresses: with commas.")
                % {"address": address.strip()}
            ) from None


class QuoteFormBuilder(FormBuilder):
    """Limits every answer, and tells browsers what a field is for (WCAG 2.2, 1.3.5)."""

    def get_field_options(self, field):
        """Return the options of any field: what is missing is said as a person would say it."""
        missing = {"required": _("Please answer this question.")}
        return super().get_field_options(field) | {"error_messages": missing}

    def create_singleline_field(self, field, options):
        return Line(max_length=SHORT, **options)

    def create_telephone_field(self, field, options):
        widget = forms.TextInput(attrs={"type": "tel"})
        return Line(max_length=40, widget=widget, **options)

    def create_email_field(self, field, options):
        return Address(max_length=254, **options)

    def create_hidden_field(self, field, options):
        return Line(max_length=SHORT, widget=forms.HiddenInput, **options)

    def create_url_field(self, field, options):
        return forms.URLField(max_length=ADDRESS, assume_scheme="https", **options)

    def create_number_field(self, field, options):
        return Number(**options)

    def create_date_field(self, field, options):
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        return forms.DateField(widget=widget, **options)

    def create_datetime_field(self, field, options):
        widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
        return forms.DateTimeField(widget=widget, **options)

    def create_multiselect_field(self, field, options):
        return Choices(choices=self.get_formatted_field_choices(field), **options)

    def create_checkboxes_field(self, field, options):
        options["initial"] = self.get_formatted_field_initial(field)
        return Choices(
            choices=self.get_formatted_field_choices(field),
            widget=forms.CheckboxSelectMultiple,
            **options,
        )

    def create_multiline_field(self, field, options):
        widget = forms.Textarea(attrs={"rows": 5})
        return Text(max_length=LONG, widget=widget, **options)

    def create_attachments_field(self, field, options):
        del options["initial"]
        return AttachmentsField(**options)

    @property
    def formfields(self):
        formfields = super().formfields
        for formfield in formfields.values():
            # With it browsers cut a text that is pasted, and say nothing.
            formfield.widget.attrs.pop("maxlength", None)
        for field in self.fields:
            if field.purpose:
                name = field.clean_name or field.get_field_clean_name()
                formfields[name].widget.attrs["autocomplete"] = field.purpose
        return formfields

    def get_form_class(self):
        found = conditions(self.fields)
        return type("QuoteForm", (ConditionalForm,), {"conditions": found, **self.formfields})


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
        FieldPanel("shown_if"),
        FieldPanel("shown_if_answer"),
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
        """The choices that the form offers, as Wagtail reads them from the text."""
        return [value for value, label in FormBuilder([]).get_formatted_field_choices(self)]
