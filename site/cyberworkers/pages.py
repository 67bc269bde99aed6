"""What every page of the site shares."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from wagtail.models import Locale, Page, PageManager, PageQuerySet

from cyberworkers.checks import BrokenLinks, SearchDescription
from cyberworkers.permissions import PagePermissions
from editing.checklist import NotReady, require_ready
from editing.checklist_panel import ChecklistPanel
from editing.forms import PageForm
from editing.translation.check import Translated


class PublishedQuerySet(PageQuerySet):
    def published(self):
        """Return the pages that anybody may read, in the language of the request."""
        return self.live().public().filter(locale=Locale.get_active())


class BasePage(Page):
    """Abstract parent of all page types. Not a swapped base page: see docs/decisions/."""

    objects = PageManager.from_queryset(PublishedQuerySet)()

    checks = [SearchDescription, BrokenLinks, Translated]
    base_form_class = PageForm
    content_panels = [ChecklistPanel(), *Page.content_panels]

    class Meta:
        abstract = True

    def permissions_for_user(self, user):
        return PagePermissions(user, self)

    @cached_property
    def alternates(self):
        """Return this page in every language in which anybody may read it."""
        return list(
            Page.objects.filter(translation_key=self.translation_key)
            .live()
            .public()
            .filter(alias_of=None)
            .select_related("locale")
            .order_by("-locale__language_code")
        )

    def publish(self, revision, *args, **kwargs):
        """Publish or schedule ``revision``.

        Raises NotReady when it lacks a required item or its values are refused (a slug that
        was taken meanwhile).

        What is due was looked at by the worker, which reports instead (`editing.publication`).
        """
        if revision.approved_go_live_at is not None:
            return super().publish(revision, *args, **kwargs)
        page = revision.as_object()
        require_ready(page)
        try:
            return super().publish(revision, *args, **kwargs)
        except ValidationError as error:
            raise NotReady(page, error.messages) from error
