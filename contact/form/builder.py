"""The form that is made of the editors' fields: what each type takes, and how much of it."""

import json

from django import forms
from django.utils.translation import get_language
from wagtail.contrib.forms.forms import FormBuilder

from contact.form.addresses import validate_address
from contact.form.conditions import ConditionalForm, conditions
from contact.form.missing import missing
from contact.form.plain_text import as_address, on_one_line, plain
from contact.uploads.field import AttachmentsField
from cyberworkers.remembered.texts import Memory

SHORT, LONG, ADDRESS = 255, 5_000, 2_000  # characters
FORMS = Memory(characters=200_000)


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
    """An e-mail address, without what a copied one brings along unseen."""

    default_validators = [validate_address]  # Django's own is the first of its rules

    def to_python(self, value):
        return as_address(super().to_python(value))


class WebAddress(forms.URLField):
    """The same for addresses of pages."""

    def to_python(self, value):
        return super().to_python(as_address(value) if isinstance(value, str) else value)


class Choices(forms.MultipleChoiceField):
    """Each choice at most once, however often it was sent."""

    def to_python(self, value):
        return list(dict.fromkeys(super().to_python(value)))


class QuoteFormBuilder(FormBuilder):
    """Limits every answer, and tells browsers what a field is for (WCAG 2.2, 1.3.5)."""

    def get_field_options(self, field):
        """Return the options of any field: what is missing is said as a person would say it."""
        return super().get_field_options(field) | {
            "error_messages": {"required": missing(field, self.fields)}
        }

    def get_formatted_field_choices(self, field):
        return [(choice, choice) for choice in field.choice_list]

    def get_formatted_field_initial(self, field):
        return [value for value in super().get_formatted_field_initial(field) if value]

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
        return WebAddress(max_length=ADDRESS, assume_scheme="https", **options)

    def create_number_field(self, field, options):
        return Number(**options)

    def create_date_field(self, field, options):
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        return forms.DateField(widget=widget, **options)

    def create_datetime_field(self, field, options):
        widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
        return forms.DateTimeField(widget=widget, **options)

    def create_multiselect_field(self, field, options):
        options["initial"] = self.get_formatted_field_initial(field)
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
        """Return the form of these fields, made once for as long as they stay the same."""
        about = [
            [getattr(one, field.attname) for field in one._meta.concrete_fields]
            for one in self.fields
        ]
        about = json.dumps([get_language(), about], default=str)
        return FORMS.recall(about, self.make_form_class)

    def make_form_class(self):
        form_class = type("QuoteForm", (ConditionalForm,), self.formfields)
        form_class.conditions = conditions(self.fields)  # a field may be called that, too
        return form_class
