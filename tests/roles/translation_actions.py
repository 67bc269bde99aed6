"""What people try in the translation editor, beside what `actions` tries in any editor."""

from django.urls import reverse

from tests.roles.actions import fresh
from tests.steps import translating


def translates(desk, page):
    translating.put(desk.client, page, translating.passage(page, "title"), "A trace")
    return translating.current_title(page) == "A trace"


def translates_own(desk):
    return translates(desk, desk.own)


def translates_others(desk):
    return translates(desk, desk.others)


def translates_in_review(desk):
    return translates(desk, desk.in_review())


def makes_an_alias(desk):
    page = desk.live()
    desk.client.post(reverse("wagtail_localize:convert_to_alias", args=[page.pk]))
    return fresh(page).alias_of is not None
