"""All versions of a page: when, whose, and what went afterwards."""

import django_filters as filters
from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Subquery
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import BaseListingView
from wagtail.models import Revision

from editing.dates import spoken
from editing.editor.states import AutosavedRevision
from editing.names import name
from editing.time_machine.differences import changed_blocks
from editing.time_machine.screen import OfPage

TITLE = _("Time machine")
NAMED = 3  # of what went


def authors(page):
    people = get_user_model().objects.filter(pk__in=page.revisions.values("user"))
    return [(one.pk, name(one)) for one in people]


class Filters(WagtailFilterSet):
    user = filters.ChoiceFilter(
        label=_("Person"), empty_label=_("Anybody"), widget=forms.RadioSelect
    )
    pinned = filters.MultipleChoiceFilter(
        label=_("Version"),
        choices=[("named", _("Named versions only"))],
        widget=forms.CheckboxSelectMultiple,
        method="only_pinned",
    )

    class Meta:
        model = Revision
        fields = []

    def __init__(self, *args, page, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["user"].extra["choices"] = lambda: authors(page)

    def only_pinned(self, versions, field, value):
        return versions.filter(pin__isnull=False) if value else versions


class VersionColumn(Column):
    cell_template_name = "editing/time_machine/version.html"


class LostColumn(Column):
    cell_template_name = "editing/time_machine/lost.html"


class TimeMachineView(OfPage, BaseListingView):
    page_title = TITLE
    header_icon = "history"
    template_name = "editing/time_machine/list.html"
    filterset_class = Filters
    paginate_by = 20
    no_results_message = _("This page has no earlier versions.")
    columns = [
        VersionColumn("version", label=_("Version"), accessor="pk"),
        Column("user", label=_("Person"), accessor=lambda one: name(one.user)),
        LostColumn("lost", label=_("What disappeared afterwards"), accessor="pk"),
    ]

    @cached_property
    def index_url(self):
        return reverse("editing_time_machine", args=[self.page.pk])

    @property
    def index_results_url(self):
        return self.index_url

    def get_breadcrumbs_items(self):
        return self.way_to(TITLE)

    def get_filterset_kwargs(self):
        return super().get_filterset_kwargs() | {"page": self.page}

    def get_queryset(self):
        later = Revision.page_revisions.filter(object_id=OuterRef("object_id"))
        later = later.filter(pk__gt=OuterRef("pk")).order_by("pk")
        by_itself = AutosavedRevision.objects.filter(revision=OuterRef("pk"))
        found = self.page.revisions.select_related("user", "pin")
        found = found.annotate(
            next=Subquery(later.values("pk")[:1]), by_itself=Exists(by_itself)
        ).order_by("-pk")
        return self.filter_queryset(found)

    def paginate_queryset(self, queryset, page_size):
        paginator, shown, rows, is_paginated = super().paginate_queryset(queryset, page_size)
        shown.object_list = rows = described(self.page, list(rows))
        return paginator, shown, rows, is_paginated


def described(page, versions):
    """Give each of the ``versions`` its moment, and a list of what the next one held no longer."""
    following = Revision.objects.in_bulk({one.next for one in versions if one.next})
    for one in versions:
        after = following.get(one.next)
        parts = changed_blocks(type(page), one.content, after.content) if after else []
        gone = [part for part in parts if part.gone]
        one.lost, one.more = gone[:NAMED], len(gone[NAMED:])
        one.moment, one.is_latest = spoken(one.created_at), one.pk == page.latest_revision_id
    return versions
