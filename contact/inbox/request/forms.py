"""The forms on the page of a request."""

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.log_actions import registry

from contact.inbox.request.handling import handlers
from contact.inbox.request.notes import Note
from contact.requests.models import QuoteRequest


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, person):
        return get_user_display_name(person)


class HandlingForm(forms.Form):
    """State and assignee, and what both were when the page was opened.

    Only what the person changed is to be saved, and not over what somebody else chose meanwhile.
    """

    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        choices=QuoteRequest.State.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    assignee = PersonField(
        label=gettext_lazy("Who handles it"),
        queryset=None,
        empty_label=gettext_lazy("Nobody"),
        required=False,
    )
    seen_state = forms.CharField(widget=forms.HiddenInput, required=False)
    seen_assignee = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, quote_request, **kwargs):
        now = {"state": quote_request.state, "assignee": quote_request.assignee_id or ""}
        seen = {f"seen_{name}": str(value) for name, value in now.items()}
        super().__init__(*args, initial=now | seen, **kwargs)
        self.quote_request = quote_request
        self.now = {name: str(value) for name, value in now.items()}
        # Who handles it now may have lost the right; the form must still say so.
        people = handlers()
        if quote_request.assignee_id:
            either = Q(pk__in=people.order_by().values("pk")) | Q(pk=quote_request.assignee_id)
            people = get_user_model().objects.filter(either)
        self.fields["assignee"].queryset = people

    def changed_here(self, name):
        """Return whether this person chose something else than the form had shown."""
        return name in self.data and self.data[name] != self.seen(name)

    def seen(self, name):
        return self.data.get(f"seen_{name}", self.now[name])

    def clean(self):
        for name in filter(self.changed_here, self.now):
            if self.seen(name) != self.now[name] != self.data[name]:
                self.add_error(name, self.overtaken(name))
        if self.changed_here("state") and not self.data["state"]:
            self.add_error("state", self.fields["state"].error_messages["required"])
        return super().clean()

    def overtaken(self, name):
        """Say what holds now and who did it; show it, so that saving again is a decision."""
        self.data = self.data.copy()
        self.data[f"seen_{name}"] = self.now[name]
        last = registry.get_logs_for_instance(self.quote_request).filter(
            action__in={
                "state": ["contact.state", "contact.release", "contact.mark_spam"],
                "assignee": ["contact.assign"],
            }[name]
        )
        entry = last.select_related("user").first()
        choices = {str(value): label for value, label in self.fields[name].choices}
        return _(
            "Meanwhile %(name)s chose “%(value)s”. Nothing was saved: to have what you chose "
            "all the same, save again."
        ) % {
            "name": entry.user_display_name if entry else _("somebody"),
            "value": choices.get(self.now[name], self.now[name]),
        }


class NoteForm(forms.ModelForm):
    class Meta:
        model = Note
        fields = ["text"]
        labels = {"text": gettext_lazy("New note")}
        help_texts = {"text": gettext_lazy("The visitor never sees it.")}
        widgets = {"text": AdminAutoHeightTextInput(attrs={"rows": 2, "id": "note-text"})}
