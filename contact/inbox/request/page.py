"""The page of one request: everything about it, and what can be done with it."""

from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import registry

from contact.inbox.request import handling
from contact.inbox.request.forms import HandlingForm, NoteForm
from contact.law.retention import when_erased
from contact.requests.models import QuoteRequest

OTHERS, ENTRIES = 5, 8  # shown


class RequestPage(generic.EditView):
    """Who may see requests reads it; state and assignee are for those who may handle them."""

    permission_required = "view"
    form_class = HandlingForm
    template_name = "contact/request.html"
    page_title = gettext_lazy("Quote request")

    def get(self, request, *args, **kwargs):
        response = super().get(request, *args, **kwargs)
        if request.method == "GET":
            handling.mark_read(self.object, request.user)
        return response

    def post(self, request, *args, **kwargs):
        if not self.may_change:
            raise PermissionDenied
        with transaction.atomic():
            handling.locked(self.object_pk)  # until the form is compared with it, and saved
            return super().post(request, *args, **kwargs)

    @cached_property
    def may_change(self):
        return self.user_has_permission("change")

    def get_queryset(self):
        return QuoteRequest.objects.select_related("assignee", "source")

    def get_form(self, form_class=None):
        return HandlingForm(self.request.POST or None, quote_request=self.object)

    def form_valid(self, form):
        pk, user, chosen = self.object.pk, self.request.user, form.cleaned_data
        said = [_("%(reference)s is saved.") % {"reference": self.object}]
        if form.changed_here("state") and handling.set_state(pk, chosen["state"], user):
            said.append(when_erased(self.get_queryset().get(pk=pk)))
        if form.changed_here("assignee"):
            handling.assign(pk, chosen["assignee"], user)
        messages.success(self.request, " ".join(said))
        return redirect(self.get_edit_url())

    # What the page shows.

    def get_page_subtitle(self):
        return self.object.title

    def get_side_panels(self):
        return MediaContainer([])

    @cached_property
    def header_buttons(self):
        """The nearest requests of the same state, as the list orders them."""
        same = QuoteRequest.objects.filter(state=self.object.state).values_list("pk", flat=True)
        nearest = [
            (same.newer_than(self.object).first(), _("Previous request"), "arrow-up", "k"),
            (same.older_than(self.object).first(), _("Next request"), "arrow-down", "j"),
        ]
        return [
            HeaderButton(
                label,
                url=reverse("quote_requests:edit", args=[pk]),
                icon_name=icon,
                icon_only=True,
                attrs={"aria-keyshortcuts": key, "data-controller": "w-kbd"},
                priority=number,
            )
            for number, (pk, label, icon, key) in enumerate(nearest)
            if pk
        ]

    @cached_property
    def notes(self):
        return self.object.notes.select_related("author")

    @cached_property
    def entries(self):
        entries = registry.get_logs_for_instance(self.object).select_related("user")
        return list(entries[: ENTRIES + 1])

    @cached_property
    def others(self):
        """The latest other requests of the same address, one more than are shown."""
        if not self.object.email:
            return []
        same = QuoteRequest.objects.from_address(self.object.email).exclude(pk=self.object.pk)
        return list(same.only("reference", "state", "submit_time")[: OTHERS + 1])

    @cached_property
    def readers(self):
        readings = self.object.readings.exclude(user=self.request.user)
        return readings.select_related("user").order_by("read_at")

    def get_context_data(self, **kwargs):
        kwargs.setdefault("note_form", NoteForm())
        return super().get_context_data(**kwargs) | {
            "may_change": self.may_change,
            "language": dict(settings.LANGUAGES).get(self.object.language, self.object.language),
            "notes": self.notes,
            "entries": self.entries[:ENTRIES],
            "more_entries": len(self.entries) > ENTRIES,
            "others": self.others[:OTHERS],
            "more_others": len(self.others) > OTHERS,
            "same_address": urlencode({"address": self.object.email}),
            "readers": self.readers,
            "when_erased": when_erased(self.object),
        }


class AddNote(RequestPage):
    """The same page: what was typed is still there when it cannot be stored."""

    permission_required = "change"

    def get_form(self, form_class=None):
        return HandlingForm(quote_request=self.object)  # nothing of it was posted

    def get(self, request, *args, **kwargs):
        return redirect(reverse(self.edit_url_name, args=[self.object_pk]))

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        form = NoteForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(note_form=form))
        handling.add_note(self.object, form.cleaned_data["text"], request.user)
        return redirect(self.get_edit_url() + "#notes-section")
