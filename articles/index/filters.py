"""The filters above a list of interviews: who speaks, and in which year."""

from django import forms
from django.utils.translation import gettext_lazy as _


class Choice(forms.Select):
    template_name = "articles/widgets/select.html"


class InterviewFilter(forms.Form):
    """Narrows ``interviews``, a queryset of cards, to what the address asks for.

    Offers only what gives a result, of the ``years`` all. A value that is not offered (an old
    link) gives none.
    """

    person = forms.ChoiceField(label=_("Who speaks"), required=False, widget=Choice)
    year = forms.TypedChoiceField(
        label=_("Year"), coerce=int, empty_value=None, required=False, widget=Choice
    )

    def __init__(self, data, interviews, years):
        super().__init__(data, auto_id="filter-%s")
        self.interviews = interviews
        people = interviews.people().order_by("name").values_list("slug", "name")
        self.fields["person"].choices = [("", _("Everybody")), *people]
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
            person = self.interviews.people().get(slug=chosen["person"])
            interviews = interviews.of_person(person)
        if chosen["year"]:
            interviews = interviews.filter(date__year=chosen["year"])
        return interviews
