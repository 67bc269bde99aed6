"""The filters of the search page: each offers what gives a result, and how many."""

from collections import Counter

from django import forms
from django.apps import apps
from django.utils.translation import gettext_lazy as _

from cyberworkers.choice import Choice

LONGEST = 140  # characters of a value


class Narrowing(forms.Form):
    """``data`` is what the address asks for. `offer` is called once it is known what was found."""

    topic = forms.ChoiceField(label=_("Topic"), required=False, widget=Choice)
    person = forms.ChoiceField(label=_("Person"), required=False, widget=Choice)
    year = forms.ChoiceField(label=_("Year"), required=False, widget=Choice)
    kind = forms.ChoiceField(label=_("What is found"), required=False, widget=Choice)
    sort = forms.ChoiceField(
        label=_("In which order"),
        required=False,
        widget=Choice,
        choices=[("", _("Best first")), ("date", _("Newest first"))],
    )
    FILTERS = {"topic": _("All topics"), "person": _("Everybody"), "year": _("Every year")}
    FILTERS |= {"kind": _("Everything")}

    def __init__(self, data):
        super().__init__(data, auto_id="filter-%s")

    @property
    def chosen(self):
        """Return {name: value} of the filters that are set."""
        asked = {name: self.data.get(name, "") for name in self.FILTERS}
        return {name: value.replace("\x00", "")[:LONGEST] for name, value in asked.items() if value}

    @property
    def marks(self):
        return [f"{name}:{value}" for name, value in self.chosen.items()]

    @property
    def by_date(self):
        return self.data.get("sort") == "date"

    def offer(self, found):
        """Offer what the results of ``found`` are marked with; leave out what divides nothing."""
        marks = found.marks()
        marks["kind"] = Counter(
            (one.candidate.model, apps.get_model(one.candidate.model)._meta.verbose_name)
            for one in found.results
        )
        for name, everything in self.FILTERS.items():
            chosen = self.chosen.get(name)
            counts = marks.get(name, {})
            if len(counts) < 2 and not chosen:
                del self.fields[name]
                continue
            by_name = name != "year"
            order = sorted(counts.items(), key=lambda one: str(one[0][1]), reverse=not by_name)
            choices = [(value, f"{label} ({count})") for (value, label), count in order]
            if chosen and chosen not in dict(choices):
                choices.append((chosen, f"{chosen} (0)"))
            self.fields[name].choices = [("", everything), *choices]
