"""A deleted page, kept for a while."""

import uuid
from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

KEPT_FOR = timedelta(days=30)


class BinnedPageQuerySet(models.QuerySet):
    def kept(self):
        """Return what is not too old to be brought back."""
        return self.filter(deleted_at__gt=timezone.now() - KEPT_FOR)

    def tops(self):
        """Return the pages on top of what was deleted together; the others lie below them."""
        above = BinnedPage.objects.filter(
            deletion=OuterRef("deletion"), page_id=OuterRef("parent_id")
        )
        return self.filter(~Exists(above))

    def with_below_count(self):
        """Say of each how many pages were deleted with it, from below it."""
        below = (
            BinnedPage.objects.filter(
                deletion=OuterRef("deletion"), path__startswith=OuterRef("path")
            )
            .order_by()
            .values("deletion")
            .annotate(count=Count("pk"))
        )
        return self.annotate(below_count=Subquery(below.values("count")) - 1)

    def for_user(self, user):
        """Return what ``user`` deleted, and all that lay where ``user`` may publish."""
        policy = policy_registry.get_by_type(Page)
        if not policy.user_has_any_permission(user, ["add", "change", "publish"]):
            return self.none()
        mine = Q(deleted_by=user)
        if user.is_superuser:
            mine = Q()
        for granted in policy.get_cached_permissions_for_user(user):
            if granted.permission.codename == "publish_page":
                mine |= Q(path__startswith=granted.page.path)
        return self.filter(mine)


class BinnedPage(models.Model):
    """One deleted page: its texts, and where it stood."""

    page_id = models.PositiveBigIntegerField(unique=True)
    parent_id = models.PositiveBigIntegerField()
    # All that was deleted at once, from one page down, has the same number.
    deletion = models.UUIDField(default=uuid.uuid4)
    title = models.CharField(_("title"), max_length=255)
    model = models.CharField(max_length=200)
    locale = models.ForeignKey(
        "wagtailcore.Locale", verbose_name=_("language"), on_delete=models.CASCADE
    )
    translation_key = models.UUIDField()
    path = models.CharField(max_length=255)
    url_path = models.TextField()
    ancestors = models.JSONField()
    # The published text and the latest draft, the oldest first.
    versions = models.JSONField(encoder=DjangoJSONEncoder)
    # Rows of other tables that belong to the page, in the order in which they are made again.
    related = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    restrictions = models.JSONField()
    translations = models.JSONField()
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("deleted by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    deleted_at = models.DateTimeField(_("deleted on"), default=timezone.now, db_index=True)

    objects = BinnedPageQuerySet.as_manager()

    never_shown = True  # to readers

    class Meta:
        verbose_name = _("deleted page")
        verbose_name_plural = _("deleted pages")
        ordering = ["-deleted_at", "path"]

    def __str__(self):
        return self.title

    @property
    def page_class(self):
        """The class of the page, or None when the site has no such pages any more."""
        try:
            return apps.get_model(self.model)
        except LookupError:
            return None

    @property
    def kind(self):
        return self.page_class.get_verbose_name() if self.page_class else self.model

    @property
    def below(self):
        """The pages that were deleted with this one, from below it; the highest first."""
        return (
            BinnedPage.objects.filter(deletion=self.deletion, path__startswith=self.path)
            .exclude(pk=self.pk)
            .order_by("path")
        )

    @property
    def erased_on(self):
        return self.deleted_at + KEPT_FOR
