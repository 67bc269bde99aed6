"""Whether visitors can answer a field that editors made, and their answer is kept."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import override

from contact.form.builder import QuoteFormBuilder
from contact.form.conditions import CHOICES
from contact.form.fields import FormField

LONGEST_NAME = FormField._meta.get_field("clean_name").max_length


def obstacles(field, language):
    """Yield what makes ``field`` useless, as the name of its own field and a sentence.

    ``language`` is that of the page, in which numbers and dates are read.
    """
    name = field.clean_name or field.get_field_clean_name()
    with override(language):
        asked = QuoteFormBuilder([field]).make_form_class().base_fields.get(name)
    if not name or asked is None or len(name) > LONGEST_NAME:
        yield "label", _("Answers cannot be kept under this label: use other words, in letters.")
        return
    if field.field_type in CHOICES and not field.choice_list:
        yield "choices", _("Without a choice nobody can answer: give at least one.")
        return
    if asked.initial:
        if reason := refusal(asked, language):
            yield (
                "default_value",
                _("The form would refuse this default: %(reason)s") % {"reason": reason},
            )
    elif field.field_type == "hidden" and field.required:
        yield "default_value", _("Visitors cannot fill in what is hidden: give a default.")


def refusal(asked, language):
    """Return what the field ``asked`` says of its own default; “” when it takes it."""
    try:
        with override(language):
            asked.clean(asked.initial)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def refusals(page):
    """Return a sentence for each field of ``page`` that visitors could not answer."""
    return [
        _("“%(label)s”: %(reason)s") % {"label": field.label, "reason": sentence}
        for field in page.form_fields.all()
        for _place, sentence in obstacles(field, page.locale.language_code)
    ]
