"""Changes of every kind, as editors, the worker and administrators make them."""

from contextlib import suppress
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from articles.models import InterviewPage, Person, Topic
from audience.counting import add_one
from audience.models import PageViews
from contact.models import ReplyTemplate
from editing.bin.models import BinnedPage
from editing.bin.restore import restore
from editing.checklist.findings import NotReady
from editing.schedule.publication import publish_due
from home.models import HomePage, LegalIdentity, SiteImage, SiteSettings
from tests import factories


def some(chance, objects):
    found = list(objects.order_by("pk"))
    return chance.choice(found) if found else None


def interview(chance, **wanted):
    return some(chance, InterviewPage.objects.filter(alias_of=None, **wanted))


def name(chance):
    return f"Nom {chance.randrange(10**9)}"


# What readers see.


def published(page):
    """Publish ``page``, unless the checklist refuses: what it links to may be gone by now."""
    with suppress(NotReady):
        page.save_revision().publish()


def publish(chance):
    page = interview(chance)
    page.title = name(chance)
    published(page)


def make(chance):
    factories.interview(name(chance), slug=f"neuf-{chance.randrange(10**9)}")


def make_in_english(chance):
    slug = f"new-{chance.randrange(10**9)}"
    factories.interview(name(chance), slug=slug, language="en")


def publish_by_the_worker(chance):
    page = interview(chance)
    page.title = name(chance)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    published(page)
    past = timezone.now() - timedelta(minutes=1)
    page.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=past)
    publish_due()


def unpublish(chance):
    page = interview(chance, live=True)
    if page:
        page.unpublish()


def rename(chance):
    page = interview(chance)
    page.slug = f"adresse-{chance.randrange(10**9)}"
    published(page)


def move(chance):
    page = interview(chance)
    page.move(some(chance, HomePage.objects), "last-child")
    Page.objects.get(pk=page.pk).move(factories.index(), "last-child")


def delete(chance):
    if InterviewPage.objects.count() > 4:
        interview(chance).delete()


def bring_back(chance):
    binned = some(chance, BinnedPage.objects)
    if binned:
        restore(
            binned.pk,
            get_user_model().objects.get_or_create(username="cheffe", is_superuser=True)[0],
        )


def copy(chance):
    slug = f"copie-{chance.randrange(10**9)}"
    interview(chance).copy(update_attrs={"slug": slug, "title": name(chance)})


def alias(chance):
    page = interview(chance, live=True)
    if page:
        page.create_alias(update_slug=f"alias-{chance.randrange(10**9)}")


def rename_a_person(chance):
    person = some(chance, Person.objects)
    person.name = name(chance)
    person.save()


def rename_a_topic(chance):
    topic = some(chance, Topic.objects)
    topic.name = name(chance)
    topic.save()


def move_a_focal_point(chance):
    image = some(chance, SiteImage.objects)
    image.focal_point_x, image.focal_point_y = chance.randrange(400), chance.randrange(250)
    image.focal_point_width = image.focal_point_height = 40
    image.save()


def credit_an_image(chance):
    image = some(chance, SiteImage.objects)
    image.credit = name(chance)
    image.save()


def forget_renditions(chance):
    some(chance, SiteImage.objects).renditions.all().delete()


def show_in_menus(chance):
    page = some(chance, Page.objects.filter(depth=3))
    Page.objects.filter(pk=page.pk).update(show_in_menus=not page.show_in_menus)


def say_who_publishes(chance):
    identity = LegalIdentity.load()
    identity.publisher = name(chance)
    identity.save()


def toggle_the_demo_notice(chance):
    settings = SiteSettings.load()
    settings.demo = not settings.demo
    settings.save()


def redirect(chance):
    Redirect.objects.create(
        old_path=f"/ancien-{chance.randrange(10**9)}", redirect_link="/entretiens/"
    )


def restrict(chance):
    page = interview(chance)
    restriction = PageViewRestriction.objects.filter(page=page)
    if not restriction.delete()[0]:
        PageViewRestriction.objects.create(page=page, restriction_type="login")


def restrict_all_interviews(chance):
    restriction = PageViewRestriction.objects.filter(page=factories.index("en"))
    if not restriction.delete()[0]:
        PageViewRestriction.objects.create(page=factories.index("en"), restriction_type="login")


def update_in_bulk(chance):
    InterviewPage.objects.filter(pk=interview(chance).pk).update(standfirst=name(chance))


def write_sql(chance):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE wagtailcore_page SET title = %s WHERE id = %s",
            [name(chance), interview(chance).pk],
        )


def change_twice_in_one_transaction(chance):
    with transaction.atomic():
        rename_a_person(chance)
        update_in_bulk(chance)


# What they do not see.


def save_a_draft(chance):
    page = interview(chance)
    page.title = name(chance)
    page.save_revision()


def write_a_draft(chance):
    factories.interview(name(chance), slug=f"brouillon-{chance.randrange(10**9)}", live=False)


def lock(chance):
    Page.objects.filter(pk=interview(chance).pk).update(locked=chance.choice([True, False]))


def write_a_reply(chance):
    ReplyTemplate.objects.create(name=name(chance), text="Merci.")


def count_a_view(chance):
    add_one(PageViews, "views", page=interview(chance))


def upload_an_image(chance):
    factories.image(name(chance))


def change_one_s_mind(chance):
    try:
        with transaction.atomic():
            publish(chance)
            raise InterruptedError
    except InterruptedError:
        pass


SEEN = [
    publish, make, make_in_english, publish_by_the_worker, unpublish, rename, move, delete,
    bring_back, copy, alias, rename_a_person, rename_a_topic, move_a_focal_point, credit_an_image,
    forget_renditions, show_in_menus, say_who_publishes, toggle_the_demo_notice, redirect, restrict,
    restrict_all_interviews, update_in_bulk, write_sql, change_twice_in_one_transaction,
]  # fmt: skip
NOT_SEEN = [
    save_a_draft, write_a_draft, lock, write_a_reply, count_a_view, upload_an_image,
    change_one_s_mind,
]  # fmt: skip
