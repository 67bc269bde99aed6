"""The filters above a list of interviews: who speaks, and in which year."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.snippets import Person
from cyberworkers.answering.asked import known
from cyberworkers.answering.readable import active_locale
from cyberworkers.choice import Choice


class InterviewFilter(forms.Form):
    """Narrows ``interviews``, a Chosen, to what the address asks for.

    Offers only what gives a result. A value that is not offered (an old link) gives none.
    """

    person = forms.ChoiceField(label=_("Who speaks"), required=False, widget=Choice)
    year = forms.TypedChoiceField(
        label=_("Year"), coerce=int, empty_value=None, required=False, widget=Choice
    )

    def __init__(self, data, interviews):
        super().__init__(data, auto_id="filter-%s")
        self.interviews, catalogue = interviews, interviews.catalogue
        speaking = set(interviews.named(catalogue.speakers.everything()))
        people = [one for one in known(find_people) if one[0] in speaking]
        self.keys = {slug: key for key, slug, _name in people}
        names = [(slug, name) for _key, slug, name in people]
        years = [(year, year) for year in interviews.named(catalogue.years)]
        self.fields["person"].choices = [("", _("Everybody")), *names]
        self.fields["year"].choices = [("", _("Every year")), *years]

    @property
    def is_set(self):
        return any(self.data.get(name) for name in self.fields)

    def apply(self):
        """Return the interviews that match, newest first."""
        if not self.is_set:
            return self.interviews
        interviews, catalogue = self.interviews, self.interviews.catalogue
        if not self.is_valid():
            return interviews.none()
        chosen = self.cleaned_data
        if chosen["person"]:
            interviews = interviews.among(catalogue.speakers, self.keys[chosen["person"]])
        if chosen["year"]:
            interviews = interviews.among(catalogue.years, chosen["year"])
        return interviews


def find_people():
    """Return all people of the active language, by name: (key, slug, name)."""
    people = Person.objects.filter(locale=active_locale()).order_by("name")
    return list(people.values_list("pk", "slug", "name"))
