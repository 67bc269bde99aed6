"""What the list shows: its tabs, and the filters of its search form."""

from datetime import MAXYEAR, MINYEAR

import django_filters as filters
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_filters.fields import DateRangeField
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.utils import get_user_display_name

from contact.form.page import QuotePage
from contact.inbox.list.marks import unread_by, with_failed_mail
from contact.inbox.request.handling import handlers
from contact.requests.models import QuoteRequest

State = QuoteRequest.State


class Tab(models.TextChoices):
    """The tabs of the list in their order: several states, or one."""

    OPEN = "open", _("To handle")
    NEW = State.NEW.value, State.NEW.label
    IN_PROGRESS = State.IN_PROGRESS.value, State.IN_PROGRESS.label
    ANSWERED = State.ANSWERED.value, State.ANSWERED.label
    WON = State.WON.value, State.WON.label
    LOST = State.LOST.value, State.LOST.label
    ALL = "all", _("All but spam")
    SPAM = State.SPAM.value, State.SPAM.label

    def of(self, queryset):
        if self == Tab.OPEN:
            return queryset.open()
        if self == Tab.ALL:
            return queryset.without_spam()
        return queryset.filter(state=self)


class Mark(models.TextChoices):
    STARRED = "starred", _("Starred")
    UNREAD = "unread", _("Not read by me")
    FAILED = "failed", _("A mail could not be delivered")


ME, NOBODY = "me", "nobody"


def assignees(request):
    people = [(str(one.pk), get_user_display_name(one)) for one in handlers()]
    return [(ME, _("Me")), (NOBODY, _("Nobody")), *people]


def quote_pages():
    return [
        (str(page.pk), f"{page.title} ({page.locale.get_display_name()})")
        for page in QuotePage.objects.select_related("locale").order_by("pk")
    ]


class DaysField(DateRangeField):
    """Without the first and the last year: their ends lie beyond the calendar in some time zone."""

    def compress(self, days):
        for day in filter(None, days):
            if day.year in (MINYEAR, MAXYEAR):
                raise ValidationError(forms.DateField.default_error_messages["invalid"])
        return super().compress(days)


class DaysFilter(filters.DateFromToRangeFilter):
    field_class = DaysField


class RequestFilterSet(WagtailFilterSet):
    state = filters.ChoiceFilter(
        label=_("State"),
        choices=Tab.choices,
        empty_label=_("To handle, or all when searching"),
        widget=forms.RadioSelect,
    )
    assignee = filters.ChoiceFilter(
        label=_("Who handles it"), empty_label=_("Anybody"), widget=forms.RadioSelect
    )
    marks = filters.MultipleChoiceFilter(
        label=_("Marks"), choices=Mark.choices, widget=forms.CheckboxSelectMultiple
    )
    submit_time = DaysFilter(label=_("Date"), widget=DateRangePickerWidget)
    language = filters.ChoiceFilter(
        label=_("Language"),
        choices=settings.LANGUAGES,
        empty_label=_("Any language"),
        widget=forms.RadioSelect,
    )
    page = filters.ChoiceFilter(
        label=_("Form"), choices=quote_pages, empty_label=_("Any form"), widget=forms.RadioSelect
    )
    address = filters.CharFilter(label=_("E-mail address"), max_length=254)

    class Meta:
        model = QuoteRequest
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["assignee"].extra["choices"] = lambda: assignees(self.request)

    def filter_queryset(self, queryset):
        """``state`` is left to the list, which chooses its tab with the search in view."""
        asked = self.form.cleaned_data
        for name in ("submit_time", "language", "page"):
            queryset = self.filters[name].filter(queryset, asked[name])
        if assignee := asked["assignee"]:
            people = {ME: self.request.user.pk, NOBODY: None}
            queryset = queryset.filter(assignee=people.get(assignee, assignee))
        if Mark.STARRED in asked["marks"]:
            queryset = queryset.filter(starred=True)
        if Mark.UNREAD in asked["marks"]:
            queryset = unread_by(queryset, self.request.user)
        if Mark.FAILED in asked["marks"]:
            queryset = with_failed_mail(queryset)
        if asked["address"]:
            queryset = queryset.from_address(asked["address"])
        return queryset
