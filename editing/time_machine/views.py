"""One earlier version: what today's text lacks of it, taking it back, naming it."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editing.dates import spoken
from editing.names import name
from editing.time_machine.differences import differences
from editing.time_machine.listing import TITLE
from editing.time_machine.pins import PinForm, PinnedRevision, pin
from editing.time_machine.screen import OfPage
from editing.time_machine.taking_back import NotThere, Stopped, take_back, what_stops


class VersionView(OfPage, WagtailAdminTemplateMixin, View):
    header_icon = "history"
    template_name = "editing/time_machine/state.html"

    def dispatch(self, request, page_id, revision_id):
        self.revision_id = revision_id
        return super().dispatch(request, page_id)

    @cached_property
    def version(self):
        found = self.page.revisions.select_related("user", "pin")
        return get_object_or_404(found, pk=self.revision_id)

    def get_page_title(self):
        moment = {"time": spoken(self.version.created_at), "person": name(self.version.user)}
        return _("Version of %(time)s, by %(person)s") % moment

    def get_breadcrumbs_items(self):
        address = reverse("editing_time_machine", args=[self.page.pk])
        return self.way_to(self.get_page_title(), {"url": address, "label": TITLE})

    def get(self, request):
        return self.shown(PinForm(instance=self.pin))

    @property
    def pin(self):
        return getattr(self.version, "pin", None)

    def shown(self, form, status=200):
        context = self.get_context_data() | {
            "page": self.page,
            "version": self.version,
            "is_latest": self.version.pk == self.page.latest_revision_id,
            "parts": self.parts(),
            "stopped": what_stops(self.page, self.request.user),
            "pin": PinnedRevision.objects.filter(revision=self.version.pk).first(),
            "form": form,
        }
        return self.render_to_response(context, status=status)

    def parts(self):
        today = self.page.get_latest_revision().content
        return differences(type(self.page), self.version.content, today)

    def again(self):
        return redirect("editing_version", self.page.pk, self.version.pk)


class TakeBackView(VersionView):
    http_method_names = ["post"]

    def post(self, request):
        identity = request.POST.get("identity", "")
        label = next((str(one) for one in self.parts() if one.identity == identity), None)
        if label is None:
            messages.info(request, _("Today’s text already has this as it was."))
        else:
            self.take(identity, label)
        return self.again()

    def take(self, identity, label):
        try:
            take_back(self.page, self.version, identity, self.request.user)
        except NotThere:
            messages.error(self.request, _("Today’s text has no place for it any more."))
            return
        except Stopped as why:
            messages.error(self.request, str(why))
            return
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        button = messages.button(edit, _("Open the text"))
        said = _("Back in today’s text: “%(part)s”.") % {"part": label}
        messages.success(self.request, said, buttons=[button])


class PinView(VersionView):
    http_method_names = ["post"]

    def post(self, request):
        if "forget" in request.POST:
            PinnedRevision.objects.filter(revision=self.version.pk).delete()
            messages.success(request, _("This version has no name any more."))
            return self.again()
        form = PinForm(request.POST)
        if not form.is_valid():
            return self.shown(form, status=422)
        pin(self.version, form.cleaned_data["name"], request.user)
        messages.success(request, _("This version is kept for as long as the page exists."))
        return self.again()
