"""What stands in the calendar, read without any page's text.

Only columns of the base page are loaded, and the number of queries does not depend on the
number of entries.
"""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Case, DateTimeField, F, Min, Q, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Page, Task, WorkflowState
from wagtail.permissions import policy_registry

from articles.calendar.rights import may_move
from articles.calendar.states import State
from editing.schedule import due

COLUMNS = [
    *["title", "draft_title", "content_type", "path", "depth", "owner", "locked", "locked_by"],
    *["live", "latest_revision", "latest_revision_created_at"],
    *["first_published_at", "last_published_at", "locale__language_code"],
]


@dataclass
class Entry:
    """A page in one of its states, on its date (``when``) or without one."""

    page: Page
    state: State
    when: datetime | None
    task: Task | None = None
    late: bool = False
    movable: bool = False

    @property
    def title(self):
        return self.page.draft_title or self.page.title

    @property
    def language(self):
        return self.page.locale.language_code

    @property
    def is_update(self):
        """Is it the next version of a page that readers already see?"""
        return self.page.live and self.state != State.PUBLISHED

    @property
    def key(self):
        """The same as long as the entry is the same publication, whatever its state."""
        return f"{self.page.pk}-update" if self.is_update else str(self.page.pk)


class Entries:
    """The entries that ``user`` may see, narrowed by ``picks`` (a Picks form, or None)."""

    def __init__(self, user, picks=None):
        self.user, self.picks = user, picks
        visible = policy_registry.get_by_type(Page).explorable_instances(user)
        self.pages = (
            visible.filter(alias_of=None, depth__gt=1).select_related("locale").only(*COLUMNS)
        )

    def between(self, start, end):
        """Return the dated entries from ``start`` until before ``end``, in order of time."""
        due = [pk for pk, when in self._dues.items() if start <= when < end]
        entries = [
            *self._published(start, end),
            *self._planned(self.pages.filter(pk__in=due)),
            *self._planned(waiting(self.pages).filter(when__gte=start, when__lt=end)),
        ]
        return sorted(entries, key=lambda entry: (entry.when, entry.page.pk))

    def undated(self):
        """Return drafts and texts in review without a date, the last touched first."""
        pages = waiting(self.pages).filter(Q(live=False) | Q(pk__in=page_ids(reviews())), when=None)
        return self._planned(pages.order_by("-latest_revision_created_at", "-pk"))

    def of(self, pk):
        """Return the entry of what is planned for the page ``pk``, or None."""
        page = self.pages.filter(pk=pk)
        planned = page if pk in self._dues else waiting(page)
        return next(iter(self._planned(planned)), None)

    def _published(self, start, end):
        on = {"first_published_at__gte": start, "first_published_at__lt": end}
        # What was imported may only know when it was last published.
        since = {"last_published_at__gte": start, "last_published_at__lt": end}
        pages = self.pages.filter(Q(**on) | Q(first_published_at=None, **since), live=True)
        return [
            Entry(page, State.PUBLISHED, page.first_published_at or page.last_published_at)
            for page in (self.picks.narrow(pages) if self.picks else pages)
        ]

    def _planned(self, pages):
        pages = self.picks.narrow_drafts(pages) if self.picks else pages
        entries = [self._entry(page) for page in pages]
        for entry in entries:
            entry.movable = may_move(entry, self.user)
        return entries

    def _entry(self, page):
        if due := self._dues.get(page.pk):
            return Entry(page, State.SCHEDULED, due, late=str(page.pk) in self._late)
        late = bool(page.when and page.when < timezone.now())
        if task := self._tasks.get(self._steps.get(str(page.pk))):
            return Entry(page, State.REVIEW, page.when, task, late)
        return Entry(page, State.DRAFT, page.when, late=late)

    # What belongs to many pages is read at once: looked up page by page, SQLite takes minutes.

    @cached_property
    def _dues(self):
        dates = due.scheduled().values_list("object_id", "approved_go_live_at")
        return {int(pk): when for pk, when in dates}

    @cached_property
    def _late(self):
        return set(due.late().values_list("object_id", flat=True))

    @cached_property
    def _steps(self):
        return dict(reviews().values_list("object_id", "current_task_state__task"))

    @cached_property
    def _tasks(self):
        return {task.pk: task for task in Task.objects.specific()}


def first_publication():
    """Return the moment when the first page was published, or None."""
    return Page.objects.aggregate(first=Min("first_published_at"))["first"]


def reviews():
    """Return the reviews of pages that are under way."""
    return WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        status=WorkflowState.STATUS_IN_PROGRESS,
    )


def page_ids(things):
    """Return the keys of the pages that revisions or reviews belong to, as a subquery."""
    return things.order_by().values_list(Cast("object_id", BigIntegerField()))


def waiting(pages):
    """Return those of ``pages`` that wait for approval, with the date of the draft as ``when``.

    The date of an earlier publication stays in the text and says nothing of the next one.
    """
    drafted = Cast(
        KeyTextTransform("go_live_at", "latest_revision__content"), output_field=DateTimeField()
    )
    wished = Case(
        When(latest_revision=None, then=F("go_live_at")),
        default=drafted,
        output_field=DateTimeField(),
    )
    when = Case(
        When(wished__lte=F("last_published_at"), then=None),
        default=F("wished"),
        output_field=DateTimeField(),
    )
    return (
        pages.filter(
            Q(live=False, expired=False)
            | Q(has_unpublished_changes=True)
            | Q(pk__in=page_ids(reviews()))
        )
        .exclude(pk__in=page_ids(due.scheduled()))
        .annotate(wished=wished, when=when)
    )
