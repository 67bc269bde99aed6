"""What can be done with several requests of the list at once."""

from django import forms
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from contact.inbox.request import handling
from contact.inbox.request.forms import PersonField
from contact.requests.models import QuoteRequest

MOST = 200  # at once


class StateForm(forms.Form):
    state = forms.ChoiceField(
        label=_("State"), choices=QuoteRequest.State.choices, widget=forms.RadioSelect
    )


class AssignForm(forms.Form):
    assignee = PersonField(
        label=_("Who handles them"), queryset=None, empty_label=_("Nobody"), required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["assignee"].queryset = handling.handlers()


class RequestAction(PermissionCheckedMixin, BulkAction):
    """Asks for confirmation, then does `change` to each of the chosen requests."""

    models = [QuoteRequest]
    permission_required = "change"
    template_name = "contact/inbox/confirm_bulk.html"

    @classmethod
    def get_queryset(cls, model, object_ids):
        """Return the chosen ones; never all there are."""
        chosen = [one for one in object_ids if one.isascii() and one.isdecimal() and len(one) < 19]
        found = QuoteRequest.objects.filter(pk__in=chosen[:MOST]).select_related("assignee")
        if not found:
            raise Http404
        return found

    def get_all_objects_in_listing_query(self, parent_id):
        return []

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"action": self}

    def get_execution_context(self):
        return {"action": self}

    @classmethod
    def execute_action(cls, objects, action=None, **kwargs):
        # In one order, so that two people who choose the same ones do not block each other.
        changed = [action.change(one) for one in sorted(objects, key=lambda one: one.pk)]
        return sum(changed), 0

    def change(self, quote_request):
        """Change one request; return whether anything changed."""
        raise NotImplementedError

    def get_success_message(self, changed, children):
        return ngettext("%(count)d request changed.", "%(count)d requests changed.", changed) % {
            "count": changed
        }


class SetState(RequestAction):
    display_name = _("Change state")
    aria_label = _("Change the state of the selected requests")
    action_type = "state"
    action_priority = 10
    form_class = StateForm

    def change(self, quote_request):
        state = self.cleaned_form.cleaned_data["state"]
        return handling.set_state(quote_request.pk, state, self.request.user)


class Assign(RequestAction):
    display_name = _("Assign")
    aria_label = _("Choose who handles the selected requests")
    action_type = "assign"
    action_priority = 20
    form_class = AssignForm

    def change(self, quote_request):
        assignee = self.cleaned_form.cleaned_data["assignee"]
        return handling.assign(quote_request.pk, assignee, self.request.user)


class Read(RequestAction):
    display_name = _("Mark as read")
    aria_label = _("Mark the selected requests as read by me")
    action_type = "read"
    action_priority = 30

    def change(self, quote_request):
        return handling.mark_read(quote_request, self.request.user)


class Spam(RequestAction):
    display_name = _("Mark as spam")
    aria_label = _("Mark the selected requests as spam")
    action_type = "spam"
    action_priority = 40
    classes = {"serious"}

    def change(self, quote_request):
        state = QuoteRequest.State.SPAM
        return handling.set_state(quote_request.pk, state, self.request.user)


class Unread(RequestAction):
    display_name = _("Mark as unread")
    aria_label = _("Mark the selected requests as unread by me")
    action_type = "unread"
    action_priority = 50

    def change(self, quote_request):
        return handling.mark_unread(quote_request, self.request.user)


class Star(RequestAction):
    display_name = _("Add star")
    aria_label = _("Star the selected requests")
    action_type = "star"
    action_priority = 60
    starred = True

    def change(self, quote_request):
        return handling.star(quote_request.pk, self.starred, self.request.user)


class Unstar(Star):
    display_name = _("Remove star")
    aria_label = _("Remove the star of the selected requests")
    action_type = "unstar"
    action_priority = 70
    starred = False


for action in (SetState, Assign, Read, Spam, Unread, Star, Unstar):
    hooks.register("register_bulk_action", action)
