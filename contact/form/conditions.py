"""Fields of the quote form that depend on the answer to another.

The server decides, so all of it works without JavaScript: a field whose condition does not hold
is neither required nor kept. In the browser `conditions.js` hides it meanwhile.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.contrib.forms.forms import BaseForm

# Types of fields whose answer is one of given choices.
CHOICES = ("dropdown", "multiselect", "radio", "checkboxes")


@dataclass
class Condition:
    """Show a field if the one called ``name`` has the answer ``answer`` (empty: any)."""

    name: str
    answer: str
    hint: str

    def holds(self, value):
        if not self.answer:
            return value is not False and value not in (None, "", [])  # 0 is an answer
        return self.answer in (value if isinstance(value, list) else [str(value)])


def conditions(fields):
    """Return the Condition of each of the page's ``fields`` that has one, by the field's name.

    A condition that can never hold (its field is gone, a translated choice is called otherwise)
    is left out: rather one question too many than one that nobody can answer.
    """
    earlier, found = {}, {}
    for field in fields:
        name = field.clean_name or field.get_field_clean_name()
        other = earlier.get(field.shown_if)
        earlier[name] = field
        if other is None:
            continue
        answer = field.shown_if_answer
        if answer and other.field_type in CHOICES and answer not in other.choice_list:
            continue
        found[name] = Condition(field.shown_if, answer, hint(other, answer))
    return found


def hint(field, answer):
    """Say to who sees the field, for want of JavaScript, when it is asked for."""
    if answer:
        return _("If you answered “%(answer)s” to “%(question)s”.") % {
            "answer": answer,
            "question": field.label,
        }
    return _("If you answered “%(question)s”.") % {"question": field.label}


class ConditionalForm(BaseForm):
    """A form some of whose fields are asked only if; ``left_out`` names those that are not."""

    conditions = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.left_out = set()
        for name, condition in self.conditions.items():
            field = self.fields[name]
            field.help_text = " ".join(filter(None, [condition.hint, str(field.help_text)]))
            field.widget.attrs["data-shown-if"] = condition.name
            field.widget.attrs["data-shown-if-answer"] = condition.answer

    def clean(self):
        cleaned_data = super().clean() or self.cleaned_data
        for name, condition in self.conditions.items():
            other = None if condition.name in self.left_out else cleaned_data.get(condition.name)
            if not condition.holds(other):
                self.left_out.add(name)
                self.errors.pop(name, None)
                cleaned_data.pop(name, None)
        return cleaned_data
