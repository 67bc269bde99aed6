"""Which dates people may type, in all forms of the CMS that are made of a model."""

from django.core.exceptions import ValidationError
from django.db.models import DateField, DateTimeField
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

FIRST, LAST = 1900, 2100  # years; in no time zone do they touch the ends of Python's calendar


def refuse_slips(date):
    """Raise ValidationError for a date or moment whose year is a slip, like 26 or 20266."""
    if not FIRST <= date.year <= LAST:
        years = {"first": FIRST, "last": LAST}
        raise ValidationError(_("The year must be between %(first)s and %(last)s.") % years)


def register():
    """Let the forms ask it, and keep Wagtail's own widgets."""
    for field, widget in ((DateField, AdminDateInput), (DateTimeField, AdminDateTimeInput)):
        override = {"widget": widget, "validators": [refuse_slips]}
        register_form_field_override(field, override=override)
