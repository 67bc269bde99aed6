"""Each way to change a page that the CMS has: offered, or forged."""

from django.urls import reverse

from tests.roles.actions import pages
from tests.steps import reviewing


def saves(client, page, destination):
    reviewing.save(client, page, body="<p>Une trace.</p>")


def submits(client, page, destination):
    reviewing.submit(client, page)


def publishes(client, page, destination):
    reviewing.publish(client, page)


def reverts(client, page, destination):
    first = page.revisions.order_by("pk").first()
    data = reviewing.fields(page, body="<p>Un premier jet.</p>")
    client.post(pages("revisions_revert", page.pk, first.pk), data)


def deletes(client, page, destination):
    client.post(pages("delete", page.pk))


def moves(client, page, destination):
    client.post(pages("move_confirm", page.pk, destination.pk))


def unpublishes(client, page, destination):
    client.post(pages("unpublish", page.pk))


def approves_in_a_window(client, page, destination):
    if reviewing.step(page):
        reviewing.act_in_modal(client, page, "approve")


def sends_back_in_a_window(client, page, destination):
    if reviewing.step(page):
        reviewing.act_in_modal(client, page, "reject", comment="Non.")


def approves(client, page, destination):
    reviewing.act(client, page, "approve")


def publishes_in_bulk(client, page, destination):
    bulk(client, "publish", page, destination)


def unpublishes_in_bulk(client, page, destination):
    bulk(client, "unpublish", page, destination)


def deletes_in_bulk(client, page, destination):
    bulk(client, "delete", page, destination)


def moves_in_bulk(client, page, destination):
    bulk(client, "move", page, destination)


def bulk(client, action, page, destination):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    data = {"include_descendants": "", "chooser": destination.pk, "move_applicable": "on"}
    client.post(f"{address}?id={page.pk}&next=/cms/", data)


def restricts_readers(client, page, destination):
    client.post(pages("set_privacy", page.pk), {"restriction_type": "login"})


WAYS = [
    saves,
    submits,
    publishes,
    reverts,
    deletes,
    moves,
    unpublishes,
    approves,
    approves_in_a_window,
    sends_back_in_a_window,
    publishes_in_bulk,
    unpublishes_in_bulk,
    deletes_in_bulk,
    moves_in_bulk,
    restricts_readers,
]
