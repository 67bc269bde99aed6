"""What concerns no reader: the store stays warm."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import Comment, Page

from audience.counting import add_one
from audience.models import PageViews
from contact.models import ReplyTemplate
from editing.schedule.due import expired, late
from editing.schedule.publication import publish_due
from tests.audience.test_views import tell
from tests.changes.kinds import unseen
from tests.conftest import PASSWORD
from tests.steps import editing, quote_form, reviewing


@unseen
def saves_a_draft_in_the_cms(world):
    reviewing.save(world.admin, world.standing(), title=world.name("Brouillon"))


@unseen
def saves_a_draft_of_an_interview(world):
    page = world.interview()
    fields = {"title": world.name("Brouillon"), "slug": page.slug}
    world.post("wagtailadmin_pages:edit", page.pk, **editing.form(**fields))


@unseen
def saves_by_itself(world):
    reviewing.autosave(world.admin, world.standing(), title=world.name("Automatique"))


@unseen
def begins_a_draft(world):
    factory = world.index().specific
    page = type(world.interview())(title=world.name("Neuf"), slug=world.slug(), live=False)
    page.locale = factory.locale
    factory.add_child(instance=page)
    page.save_revision()


@unseen
def locks(world):
    page = world.interview()
    world.post("wagtailadmin_pages:lock", page.pk)
    world.post("wagtailadmin_pages:unlock", page.pk)


@unseen
def plans(world):
    page = world.interview()
    page.go_live_at = world.now() + timedelta(days=30)
    page.save_revision().publish()


@unseen
def plans_the_end(world):
    Page.objects.filter(pk=world.interview().pk).update(expire_at=world.now() + timedelta(days=30))


@unseen
def comments(world):
    Comment.objects.create(
        page=world.interview(), user=world.admin.user, contentpath="title", text="Ah ?"
    )


@unseen
def signs_in(world):
    client = Client()
    name = world.admin.user.username
    assert client.post("/cms/login/", {"username": name, "password": PASSWORD}).status_code == 302
    client.get("/cms/")


@unseen
def makes_an_account(world):
    get_user_model().objects.create_user(world.slug())


@unseen
def asks_for_a_quote(world):
    assert quote_form.post(Client()).status_code in (200, 302)


@unseen
def is_counted(world):
    page = world.interview()
    add_one(PageViews, "views", page=page)
    tell(Client(), str(page.pk))


@unseen
def searches(world):
    Client().get("/recherche/", {"q": "introuvable"})


@unseen
def prepares_an_answer(world):
    ReplyTemplate.objects.create(name=world.name(), text="Oui.")


@unseen
def writes_the_same_again(world):
    page = world.interview()
    Page.objects.filter(pk=page.pk).update(title=page.title, live=page.live)


@unseen
def opens_the_editor(world):
    assert world.admin.get(editing.edit(world.interview())).status_code == 200


@unseen
def opens_a_preview(world):
    page = world.interview()
    page.title = world.name("Brouillon")
    page.save_revision()
    assert world.admin.get(f"/cms/pages/{page.pk}/view_draft/").status_code == 200


@unseen
def worker_has_nothing_to_do(world):
    # What was refused when it was due is tried again, and may be ready by now.
    if not late().exists() and not expired().exists():
        publish_due()
