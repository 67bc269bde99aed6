"""What every page of the site shares, and what it is asked."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.admin.panels import FieldPanel
from wagtail.images import get_image_model_string
from wagtail.models import Page, PageManager, PageQuerySet, PageViewRestriction

from cyberworkers.answering.asked import reading
from cyberworkers.answering.choosers import OptionalKey
from cyberworkers.answering.readable import (
    active_locale,
    is_public,
    private_paths,
    public,
    readable,
)
from cyberworkers.found import structured
from cyberworkers.found.card import Alternate, Card, picture_of
from cyberworkers.pages import OwnPage
from cyberworkers.searching.shown import Shown, stream_passages
from editing.checklist.checks import BrokenLinks, SearchDescription
from editing.checklist.findings import NotReady, require_ready
from editing.checklist.panel import ChecklistPanel
from editing.done import ClearedDates, without_past
from editing.editor.page_form import PageForm
from editing.editor.states import KeptStates, keep
from editing.indexes import IndexedOnce
from editing.permissions import PagePermissions
from editing.review.assigned import WorkflowOnce
from editing.share_image.drawing import Words
from editing.translation.check import SourceTakenOver, Translated
from editing.versions import OpenedQuickly


class PublishedQuerySet(PageQuerySet):
    def published(self):
        """Return the pages that anybody may read, in the language of the request."""
        return readable(self)


class BasePage(ClearedDates, IndexedOnce, KeptStates, OpenedQuickly, WorkflowOnce, OwnPage, Page):
    """Abstract parent of all page types. Not a swapped base page: see docs/decisions/.

    Everything below the fields is asked of a page of any type, and a type may override it.
    """

    share_image = OptionalKey(
        get_image_model_string(),
        verbose_name=_("share image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "What other sites show with a link to this page, 1200 × 630 pixels at best."
            " Empty: it is drawn from title, people and main image."
        ),
    )

    objects = PageManager.from_queryset(PublishedQuerySet)()

    # What cards and share images show of a page; a type that has it makes it a field of its own.
    standfirst = ""
    hero_image = None
    hero_description = ""

    # Whether readers find here what is below: the sitemap then says that it changes with them.
    lists_pages_below = False
    # Whether it does nothing else: the sitemap leaves it out as long as there is nothing below.
    lists_only = False

    # The items of the checklist, in the order in which the editor shows them: subclasses of
    # `editing.checklist.checks.Check`. A type adds its own and keeps these.
    checks = [SearchDescription, BrokenLinks, Translated, SourceTakenOver]
    base_form_class = PageForm
    # What a page is shown with, fetched with it.
    fetched_with = ["share_image", "drawn_share_image"]
    # Whether each visitor gets an answer of their own, which nobody keeps: a form.
    is_answered_anew = False
    content_panels = [ChecklistPanel(), *Page.content_panels]
    promote_panels = [*Page.promote_panels, FieldPanel("share_image")]

    class Meta:
        abstract = True

    def permissions_for_user(self, user):
        return PagePermissions(user, self)

    def open_remarks(self):
        """Return a phrase that counts what people outside of the CMS still ask to change, or ""."""
        return ""

    @classmethod
    def fetched(cls, pk):
        """Return the page ``pk`` with what it is shown with."""
        return cls.objects.select_related(*cls.fetched_with).get(pk=pk)

    @cached_property
    def translations(self):
        """Return this page in every language in which anybody may read it, also as an alias."""
        pages = public(Page.objects.filter(translation_key=self.translation_key).live())
        return list(pages.select_related("locale").order_by("-locale__language_code"))

    @cached_property
    def alternates(self):
        """Return this page in every language into which it was translated."""
        return [page for page in self.translations if not page.alias_of_id]

    @cached_property
    def way(self):
        """The published pages above this one, from the front page down."""
        ancestors = Page.objects.ancestor_of(self).live().filter(depth__gt=1)
        return list(ancestors.order_by("depth"))

    def get_url_parts(self, request=None):
        """Return Wagtail's parts; they are looked up once for what only reads the page."""
        asking = reading()
        if asking is None:
            return super().get_url_parts(request)
        if getattr(self, "known_parts", (None,))[0] is not asking:
            self.known_parts = asking, super().get_url_parts(request or asking)
        return self.known_parts[1]

    def get_route_paths(self):
        """Return Wagtail's, by which redirects are made; none as long as nobody could read it."""
        was_public = self.live or self.first_published_at
        return super().get_route_paths() if was_public else []

    def get_view_restrictions(self):
        """Return Wagtail's, who asks for all pages above: nothing where no page is private."""
        if not private_paths():
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def card(self, request, **values):
        """Return what search engines and other sites are told of this page: a `Card`.

        ``values`` replace what holds for any page.
        """
        usual = {
            "title": self.seo_title or self.title,
            "language": self.locale.language_code,
            "description": self.search_description or self.standfirst,
            # The same text has one address.
            "url": (self.alias_of or self).get_full_url(reading()) or "",
            "alternates": self.languages,
            "published": self.first_published_at,
            "changed": self.last_published_at,
        }
        if "picture" not in values:
            usual["picture"] = picture_of(self)
        card = Card(**(usual | values))
        card.data = [] if card.hidden else self.structured_data(card)
        return card

    def structured_data(self, card):
        """Return the JSON-LD of this page: nodes of a graph. Override it to say more."""
        return structured.page(self, card)

    @staticmethod
    def is_readable(page):
        """Return whether anybody may read ``page``, in the active language: as `published`."""
        return page.live and page.locale_id == active_locale() and is_public(page)

    def share_words(self):
        """Return what the drawn share image says: `Words`, or None where none is to be drawn."""
        return Words(self.title, self.locale.language_code)

    def shown_words(self):
        """Return the text by which readers find this page: a `Shown`. Override it to say more."""
        passages = stream_passages(getattr(self, "body", ()))
        about = self.standfirst or self.search_description
        return Shown(self.title, standfirst=about, also=self.words_around, passages=passages)

    @property
    def words_around(self):
        """Return what search engines show of this page beside its text."""
        return self.slug.replace("-", " "), self.seo_title, self.search_description

    def losses(self):
        """Return sentences that say what a deletion takes away beside the page itself.

        They stand in the question before it. Override it where the type alone knows of more.
        """
        return []

    def kept_in_bin(self):
        """Return the rows of other tables that come back with the page from the bin.

        In the order in which they are made again: what others refer to comes first. Override it
        where deleting the page deletes rows that are no part of its text.
        """
        return []

    @property
    def languages(self):
        return [
            Alternate(one.locale.language_code, one.get_full_url(reading()))
            for one in self.alternates
        ]

    def publish(self, revision, *args, skip_permission_checks=False, **kwargs):
        """Publish or schedule ``revision``.

        Raises NotReady when it lacks a required item or its values are refused (a slug that
        was taken meanwhile).

        What is due was looked at by the worker, which reports instead: see
        `editing.schedule.publication`.
        """
        # As in `Page.publish`: what is looked at is what is published, so it is put together once.
        action = PublishPageRevisionAction(revision, *args, **kwargs)
        without_past(action.object)
        if revision.approved_go_live_at is None:
            require_ready(action.object)
        keep(revision=revision.pk)  # else an autosave of an editor that is open would replace it
        try:
            return action.execute(skip_permission_checks=skip_permission_checks)
        except ValidationError as error:
            if revision.approved_go_live_at is not None:
                raise
            raise NotReady(action.object, error.messages) from error
