"""The filters above a list of interviews: who speaks, and in which year."""

from django import forms
from django.utils.translation import gettext_lazy as _


class InterviewFilter(forms.Form):
    """Narrows ``interviews``, a queryset of cards, to what the address asks for.

    Offers only what gives a result, of the ``years`` all. A value that is not offered (an old
    link) gives none.
    """

    person = forms.ModelChoiceField(
        None,
        label=_("Who speaks"),
        to_field_name="slug",
        required=False,
        empty_label=_("Everybody"),
    )
    year = forms.TypedChoiceField(label=_("Year"), coerce=int, empty_value=None, required=False)

    def __init__(self, data, interviews, years):
        super().__init__(data, auto_id="filter-%s")
        self.interviews = interviews
        self.fields["person"].queryset = interviews.people()
        self.fields["year"].choices = [("", _("Every year")), *((year, year) for year in years)]

    @property
    def is_set(self):
        return any(self.data.get(name) for name in self.fields)

    def apply(self):
        """Return the interviews that match, newest first."""
        if not self.is_set:
            return self.interviews
        if not self.is_valid():
            return self.interviews.none()
        interviews, chosen = self.interviews, self.cleaned_data
        if chosen["person"]:
            interviews = interviews.of_person(chosen["person"])
        if chosen["year"]:
            interviews = interviews.filter(date__year=chosen["year"])
        return interviews
