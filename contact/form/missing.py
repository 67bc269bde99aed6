"""What is said where an answer is missing."""

from django.utils.translation import gettext_lazy as _

# By type of field, and by its purpose, as a person would say it.
MISSING = {
    "email": _("Please give the address to which we shall answer."),
    "telephone": _("Please give a number at which you can be called."),
    "url": _("Please give the address of the site."),
    "number": _("Please give a number."),
    "date": _("Please choose a day."),
    "datetime": _("Please choose a day and an hour."),
    "dropdown": _("Please choose one of the answers."),
    "radio": _("Please choose one of the answers."),
    "checkboxes": _("Please tick at least one answer."),
    "multiselect": _("Please choose at least one answer."),
    "checkbox": _("Please tick this box to go on."),
    "multiline": _("Please write a few words."),
    "attachments": _("Please add a file."),
}
MISSING_FROM = {
    "name": _("Please say what your name is."),
    "organization": _("Please say for which company you write."),
}


def missing(field, fields):
    """Return what is said of the FormField ``field``, one of ``fields``, without an answer.

    It names the question where the same would be said of another.
    """
    said = sentence(field)
    if sum(sentence(one) == said for one in fields if one.required) < 2:
        return said
    return _("%(sentence)s Question: “%(question)s”") % {
        "sentence": said,
        "question": field.label,
    }


def sentence(field):
    said = MISSING_FROM.get(field.purpose) or MISSING.get(field.field_type)
    return said or _("Please answer this question.")
