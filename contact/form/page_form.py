"""The form of a quote page in the editor."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.contrib.forms.models import FormMixin

from contact.form.addresses import as_recipients
from contact.form.conditions import CHOICES
from contact.form.usable import obstacles
from editing.editor.page_form import ComingDates, DraftFirst

UNKNOWN = gettext_lazy(
    "No question before this one is called “%(question)s”. There are: %(known)s."
)
FIRST = gettext_lazy("No question stands before this one.")


class QuotePageForm(DraftFirst, ComingDates, FormMixin.base_form_class):
    """Wagtail's form for pages with form fields, under the rules of every page.

    Editors write a condition with the other question's label; its name is what is stored, so
    that a label can change later, and a translation asks under the same condition.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "form_fields" not in self.formsets:
            return
        forms = self.formsets["form_fields"].initial_forms
        labels = {form.instance.clean_name: form.instance.label for form in forms}
        for form in forms:
            if name := form.initial.get("shown_if"):
                form.initial["shown_if"] = labels.get(name, name)

    def clean_to_address(self):
        return as_recipients(self.cleaned_data["to_address"])

    def clean(self):
        cleaned_data = super().clean()
        if "form_fields" in self.formsets:
            self.clean_conditions(self.formsets["form_fields"])
            if not self.is_deferred_validation:
                self.refuse_useless(self.formsets["form_fields"])
        return cleaned_data

    def refuse_useless(self, formset):
        """Refuse fields that visitors could not answer; a draft may still hold them."""
        language = self.parent_page.locale.language_code
        for form in formset.forms:
            if form.is_valid() and not form.cleaned_data.get("DELETE"):
                for name, sentence in obstacles(form.instance, language):
                    form.add_error(name, sentence)

    def clean_conditions(self, formset):
        earlier = {}
        for form in sorted(formset.forms, key=position):
            if not form.is_valid() or form.cleaned_data.get("DELETE"):
                continue
            instance = form.instance
            if question := form.cleaned_data.get("shown_if", "").strip():
                other = earlier.get(question)
                instance.shown_if = other.clean_name if other else ""
                self.clean_condition(form, question, other, list(earlier))
            for label in {form.initial.get("label"), instance.label} - {None}:
                earlier[label] = instance  # a renamed question is still known by its old label
            if not instance.clean_name:
                instance.clean_name = instance.get_field_clean_name()

    def clean_condition(self, form, question, other, known):
        answer = form.cleaned_data.get("shown_if_answer", "").strip()
        form.instance.shown_if_answer = answer
        if other is None:
            known = ", ".join(known)
            form.add_error(
                "shown_if", UNKNOWN % {"question": question, "known": known} if known else FIRST
            )
        elif answer and other.field_type not in CHOICES:
            form.add_error(
                "shown_if_answer",
                _("“%(question)s” has no choices: leave this empty.") % {"question": question},
            )
        elif answer and answer not in other.choice_list:
            form.add_error(
                "shown_if_answer",
                _("This is not one of its choices: %(choices)s.")
                % {"choices": ", ".join(other.choice_list)},
            )


def position(form):
    """Return the place of a field in the form as the editor has arranged it."""
    order = form.cleaned_data.get("ORDER") if form.is_valid() else None
    return (order is None, order or 0)
