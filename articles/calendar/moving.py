"""Moving an entry to another day: one form, for the mouse and for the keyboard."""

from datetime import timedelta

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse, QueryDict
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from articles.calendar.dates import on_day, span, years
from articles.calendar.entries import Entries
from articles.calendar.frame import CalendarFrame
from editing.schedule import moving
from editing.schedule.forecast import forecast


class MoveForm(forms.Form):
    """A moment, or (after drag and drop) a day on which the hour stays the same."""

    when = forms.DateTimeField(
        label=gettext_lazy("Date and time"),
        required=False,
        widget=forms.DateTimeInput(
            {"type": "datetime-local", "required": True}, format="%Y-%m-%dT%H:%M"
        ),
    )
    day = forms.DateField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, entry=None, **kwargs):
        self.entry = entry
        super().__init__(*args, **kwargs)

    def clean(self):
        fields = super().clean()
        if self.errors:
            return fields
        day, when = fields.get("day"), fields.get("when")
        if not (day or when):
            self.add_error("when", _("Say the day and the hour."))
        elif (day or when).year > (last := years()[-1]):
            self.add_error("when", _("Choose a day until the end of %(year)s.") % {"year": last})
        elif (day and day < timezone.localdate()) or self.moment(day, when) <= timezone.now():
            self.add_error("when", _("This moment has passed: choose a later one."))
        else:
            fields["when"] = self.moment(day, when)
        return fields

    def moment(self, day, when):
        return on_day(self.entry.when, day) if day else when


class MoveView(CalendarFrame, FormView):
    """The form as a page of its own; answers JSON to the calendar's script."""

    form_class = MoveForm
    template_name = "articles/calendar/move.html"
    page_title = gettext_lazy("Move")
    header_icon = "date"

    def get(self, request, pk):
        self.entry = self.movable_entry()
        return super().get(request, pk)

    def post(self, request, pk):
        try:
            self.entry = self.movable_entry()
            return super().post(request, pk)
        except PermissionDenied:
            if not self.by_script:
                raise
            return JsonResponse({"message": _("You may not move this page.")}, status=403)

    @property
    def by_script(self):
        return self.request.headers.get("accept") == "application/json"

    def movable_entry(self):
        """Return the entry. Raises PermissionDenied also when there is none, or none any more."""
        entry = Entries(self.request.user).of(self.kwargs["pk"])
        if entry is None or not entry.movable:
            raise PermissionDenied
        return entry

    def get_initial(self):
        return {"when": self.entry.when or on_day(None, timezone.localdate() + timedelta(days=1))}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"entry": self.entry}

    def form_valid(self, form):
        page = Page.objects.get(pk=self.entry.page.pk).specific
        try:
            moving.reschedule(page, form.cleaned_data["when"], self.request.user)
        except moving.Refused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        moved = Entries(self.request.user).of(page.pk)
        self.say(moved)
        return self.go(f"{self.url_with(moved)}#entry-{moved.key}")

    def form_invalid(self, form):
        if self.by_script:
            sentences = [str(error) for errors in form.errors.values() for error in errors]
            return JsonResponse({"message": " ".join(sentences)}, status=422)
        return super().form_invalid(form)

    def say(self, moved):
        """Say as the editor does what will happen, with ways back, to the day and to the text."""
        before = self.entry.when
        sentences, settled = forecast(moved.page, self.request.user)
        context = {
            "entry": moved,
            "forecast": sentences,
            "before": before if before and before > timezone.now() else None,
        }
        day = timezone.localdate(moved.when).isoformat()
        buttons = [
            messages.button(
                f"{reverse('calendar:index')}?view=week&date={day}", _("Show this day")
            ),
            messages.button(reverse("wagtailadmin_pages:edit", args=[moved.page.pk]), _("Edit")),
        ]
        say = messages.success if settled else messages.warning
        say(self.request, render_to_string("articles/calendar/moved.html", context), buttons)

    def back_url(self):
        """Return the calendar that the person came from, and no other address."""
        home = reverse("calendar:index")
        asked = get_valid_next_url_from_request(self.request).partition("#")[0]
        return asked if asked.partition("?")[0] == home else home

    def url_with(self, moved):
        """Return the calendar that the person came from, at the day of ``moved`` if it lacks it."""
        address, _mark, query = self.back_url().partition("?")
        asked = QueryDict(query, mutable=True)
        shown, day = span(asked.get("view"), asked.get("date")), timezone.localdate(moved.when)
        if shown.day.year in years() and day in shown.days:
            return self.back_url()
        asked["date"] = day.isoformat()
        return f"{address}?{asked.urlencode()}"

    def go(self, url):
        return JsonResponse({"url": url}) if self.by_script else redirect(url)

    def get_context_data(self, **kwargs):
        return super().get_context_data(entry=self.entry, back_url=self.back_url(), **kwargs)

    def get_page_subtitle(self):
        return self.entry.title

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]
