"""Bringing a deleted page back: as a draft, where it was, under its own number."""

import uuid

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import serializers
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.log_actions import log
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import Translation

from editing.bin.models import BinnedPage

COMMENTS = "wagtail_admin_comments"


class CannotRestore(Exception):
    """A sentence that says why a page cannot come back."""


@transaction.atomic
def restore(pk, user):
    """Bring the page with the binned number ``pk`` back, with the pages below; return it.

    Raises BinnedPage.DoesNotExist when it is not in the bin, or no longer, or not for
    ``user``; PermissionDenied when ``user`` may not add pages there; CannotRestore with a
    sentence when there is no place for it.
    """
    # The row is locked: who comes second finds it gone.
    locked = BinnedPage.objects.select_for_update().get(pk=pk)
    binned = BinnedPage.objects.for_user(user).kept().get(pk=locked.pk)
    place = nearest(binned)
    if not place.permissions_for_user(user).can_add_subpage():
        raise PermissionDenied
    check_room(binned, place)
    below = list(binned.below)
    page = bring_back(binned, place, user)
    for one in below:
        bring_back(one, nearest(one), user)
    return page


def nearest(binned):
    """Return the page that was above, or the nearest above it that still stands."""
    return Page.objects.filter(pk__in=binned.ancestors).order_by("-depth").first().specific


def check_room(binned, place):
    if binned.page_class is None:
        raise CannotRestore(_("The site has no pages of this kind any more."))
    if place.pk == binned.parent_id and not binned.page_class.can_create_at(place):
        raise CannotRestore(_("Another page has taken its place. Delete or move that one first."))


def bring_back(binned, place, user):
    """Make the page anew below ``place`` from its last text, as a draft; return it."""
    contents = [sound(binned.page_class, one["content"]) for one in binned.versions]
    page = bare(binned, contents[-1])
    page.slug = free_slug(page.slug, place)
    key = {"translation_key": page.translation_key, "locale_id": page.locale_id}
    if Page.objects.filter(**key).exists():
        page.translation_key = uuid.uuid4()  # it has been translated again meanwhile
    place.add_child(instance=page)
    users = get_user_model().objects.in_bulk([one["user"] for one in binned.versions])
    for one, content in zip(binned.versions, contents, strict=True):
        text = page.with_content_json(content | {"slug": page.slug})
        text.go_live_at = text.expire_at = None  # a schedule does not come back by itself
        text.save(clean=False)
        revision = text.save_revision(user=users.get(one["user"]), clean=False)
        page = text
    make_related(binned)
    restrict(page, binned)
    resume_translations(binned)
    log(instance=page, action="editing.restore", user=user, revision=revision)
    binned.delete()
    return page


def make_related(binned):
    """Make the rows that were kept with the page anew, under their own numbers.

    A tie to what is gone is left out where the row can do without.
    """
    for row in serializers.deserialize("python", binned.related, ignorenonexistent=True):
        for field in row.object._meta.concrete_fields:
            key = getattr(row.object, field.attname)
            if not (field.many_to_one and field.null and key):
                continue
            if not field.related_model._base_manager.filter(pk=key).exists():
                setattr(row.object, field.attname, None)
        row.save(force_insert=True)


def resume_translations(binned):
    """Tie the page to its source or its translations again, where these still stand."""
    for translation in Translation.objects.filter(pk__in=binned.translations, enabled=False):
        locales = [translation.source.locale_id, translation.target_locale_id]
        ends = Page.objects.filter(translation_key=translation.source.object_id, locale__in=locales)
        if ends.count() == len(locales):
            translation.enabled = True
            translation.save(update_fields=["enabled"])


def bare(binned, content):
    """Return the page without what hangs on it, to be saved under the number it had."""
    relations = [
        relation.get_accessor_name() for relation in get_all_child_relations(binned.page_class)
    ]
    own = {name: value for name, value in content.items() if name not in relations}
    page = binned.page_class.from_serializable_data(own)
    page.locale_id, page.translation_key = binned.locale_id, binned.translation_key
    page._state.adding = True  # it comes from old data, but its row is gone
    # Page.save() takes a page without `id` for a new one; Django fills it in from the
    # link to the parent class. So all links to the page work again.
    page.id = None
    page.live, page.has_unpublished_changes = False, True
    page.live_revision = page.latest_revision = page.alias_of = None
    page.go_live_at = page.expire_at = None
    page.locked, page.locked_by, page.locked_at = False, None, None
    page.draft_title, page.numchild = page.title, 0
    return page


def sound(model, content):
    """Return ``content`` without comments, and without the numbers of what hangs on the page:
    they may be taken.
    """
    content = content | {COMMENTS: []}
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        content[name] = [child | {"pk": None} for child in content.get(name, [])]
    return content


def free_slug(slug, place):
    taken = set(place.get_children().values_list("slug", flat=True))
    free, number = slug, 1
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free


def restrict(page, binned):
    """Keep private what was private."""
    for one in binned.restrictions:
        restriction = PageViewRestriction.objects.create(
            page=page,
            restriction_type=one["restriction_type"],
            password=one["password"],
        )
        restriction.groups.set(Group.objects.filter(pk__in=one["groups"]))
