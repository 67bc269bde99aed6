"""What every page of the site shares."""

from django.utils.functional import cached_property
from wagtail.models import Locale, Page, PageManager, PageQuerySet


class PublishedQuerySet(PageQuerySet):
    def published(self):
        """Return the pages that anybody may read, in the language of the request."""
        return self.live().public().filter(locale=Locale.get_active())


class BasePage(Page):
    """Abstract parent of all page types. Not a swapped base page: see docs/decisions/."""

    objects = PageManager.from_queryset(PublishedQuerySet)()

    class Meta:
        abstract = True

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
