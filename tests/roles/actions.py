"""What people try in the CMS: each action says whether it came about, offered or forged."""

from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text

from home.models import HomePage, StandardPage
from tests import factories
from tests.roles.newsroom import CHIEF, REVIEWER, person
from tests.steps import reviewing


def pages(name, *args, **query):
    return reverse(f"wagtailadmin_pages:{name}", args=args, query=query or None)


def fresh(page):
    return Page.objects.filter(pk=page.pk).first()


def creates(desk):
    home = HomePage.objects.get(locale=factories.locale(desk.language))
    data = nested_form_data(
        {
            "title": "Nouvelle page",
            "slug": "nouvelle-page",
            "body": rich_text("<p>Texte.</p>"),
            "seo_title": "",
            "search_description": "",
            "comments": reviewing.COMMENTS,
        }
    )
    desk.client.post(pages("add", "home", "standardpage", home.pk), data)
    return Page.objects.filter(title="Nouvelle page").exists()


def edits(desk, page):
    reviewing.save(desk.client, page, body="<p>Une trace.</p>")
    return "Une trace" in fresh(page).get_latest_revision_as_object().body


def edits_own(desk):
    return edits(desk, desk.own)


def edits_others(desk):
    return edits(desk, desk.others)


def edits_in_review(desk):
    return edits(desk, desk.in_review())


def submits_own(desk):
    reviewing.submit(desk.client, desk.own)
    return reviewing.at(desk.own) == "Relecture"


def submits_others(desk):
    reviewing.submit(desk.client, desk.others)
    return reviewing.at(desk.others) == "Relecture"


def approves_first(desk):
    page = desk.in_review()
    reviewing.act(desk.client, page, "approve")
    reviewing.act_in_modal(desk.client, page, "approve", state=reviewing.step(page))
    return reviewing.approvals(page) > 0


def approves_last(desk):
    page = desk.in_review()
    reviewing.act(person(REVIEWER), page, "approve")
    reviewing.act(desk.client, page, "approve")
    return fresh(page).live


def rejects_first(desk):
    page = desk.in_review()
    reviewing.act(desk.client, page, "reject", comment="Non.")
    if reviewing.step(page):
        reviewing.act_in_modal(desk.client, page, "reject", comment="Non.")
    return reviewing.step(page) is None


def rejects_last(desk):
    page = desk.in_review()
    reviewing.act(person(REVIEWER), page, "approve")
    reviewing.act(desk.client, page, "reject", comment="Non.")
    return reviewing.step(page) is None


def cancels_review(desk):
    page = desk.in_review()
    reviewing.save(desk.client, page, "action-cancel-workflow")
    return reviewing.step(page) is None


def publishes_own(desk):
    reviewing.publish(desk.client, desk.own)
    return fresh(desk.own).live


def publishes_others(desk):
    reviewing.publish(desk.client, desk.others)
    return fresh(desk.others).live


def schedules(desk):
    reviewing.publish(desk.client, desk.own, go_live_at="2099-01-01 08:00")
    return bool(fresh(desk.own).approved_schedule)


def unschedules(desk):
    reviewing.publish(person(CHIEF), desk.own, go_live_at="2099-01-01 08:00")
    revision = fresh(desk.own).scheduled_revision
    desk.client.post(pages("revisions_unschedule", desk.own.pk, revision.pk))
    return not fresh(desk.own).approved_schedule


def unpublishes(desk):
    page = desk.live()
    desk.client.post(pages("unpublish", page.pk))
    return not fresh(page).live


def deletes_own_draft(desk):
    desk.client.post(pages("delete", desk.own.pk))
    return fresh(desk.own) is None


def deletes_others_draft(desk):
    desk.client.post(pages("delete", desk.others.pk))
    return fresh(desk.others) is None


def deletes_published(desk):
    page = desk.live()
    desk.client.post(pages("delete", page.pk))
    return fresh(page) is None


def moves(desk, page):
    destination = StandardPage.objects.filter(
        locale__language_code=desk.language, live=True
    ).first()
    desk.client.post(pages("move_confirm", page.pk, destination.pk))
    return fresh(page).get_parent().pk == destination.pk


def moves_own_draft(desk):
    return moves(desk, desk.own)


def moves_others_draft(desk):
    return moves(desk, desk.others)


def moves_published(desk):
    return moves(desk, desk.live())


def locks(desk):
    desk.client.post(pages("lock", desk.others.pk))
    return fresh(desk.others).locked


def locks_in_review(desk):
    page = desk.in_review()
    desk.client.post(pages("lock", page.pk))
    return fresh(page).locked


def unlocks_others(desk):
    page = desk.others
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=None)
    desk.client.post(pages("unlock", page.pk))
    return not fresh(page).locked


def unlocks_in_review(desk):
    page = desk.in_review()
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=None)
    desk.client.post(pages("unlock", page.pk))
    return not fresh(page).locked


def reverts_others(desk):
    page, first = desk.others, fresh(desk.others).latest_revision
    page.body = "<p>Une seconde version.</p>"
    page.save_revision(user=page.owner)
    data = reviewing.fields(page, body="<p>Un premier jet.</p>")
    desk.client.post(pages("revisions_revert", page.pk, first.pk), data)
    return "premier jet" in fresh(page).get_latest_revision_as_object().body


def reorders(desk):
    first = HomePage.objects.get(locale=factories.locale(desk.language)).get_first_child()
    desk.client.post(pages("set_page_position", desk.own.pk) + "?position=0")
    return fresh(first).path != first.path


def restricts_readers(desk):
    page = desk.live()
    desk.client.post(pages("set_privacy", page.pk), {"restriction_type": "login"})
    return fresh(page).get_view_restrictions().exists()


def in_bulk(desk, action, page):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    data = {"include_descendants": "", "chooser": "", "move_applicable": "on"}
    desk.client.post(f"{address}?id={page.pk}&next=/cms/", data)
    return fresh(page)


def publishes_in_bulk(desk):
    return in_bulk(desk, "publish", desk.others).live


def unpublishes_in_bulk(desk):
    return not in_bulk(desk, "unpublish", desk.live()).live


def deletes_in_bulk(desk):
    return in_bulk(desk, "delete", desk.others) is None
