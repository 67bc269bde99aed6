"""What people try in the translation editor, beside what `role_actions` tries in any editor."""

from django.urls import reverse

from tests.roles.actions import CHIEF, WRITER, Desk, fresh
from tests.steps import reviewing, translating


class TranslationDesk(Desk):
    """The same person with English pages that are translations of French ones, all translated.

    What is posted there is asked of the translation editor.
    """

    def __init__(self, client, request):
        super().__init__(client, request)
        self.language = "en"
        self.others = self.translated(self.others)
        self.own = self.translated(self.own)

    def translated(self, french):
        french.save_revision(user=french.owner).publish()
        page = translating.to_english(fresh(french).specific)
        translating.complete(page, french.owner)
        return page

    def in_review(self, title="En relecture"):
        writes = self.client is self.request.getfixturevalue(WRITER)
        who = self.request.getfixturevalue(CHIEF if writes else WRITER)
        page = self.translated(reviewing.standard_page(who.user, title))
        translating.submit(who, page)
        return page

    def live(self):
        translating.publish(self.request.getfixturevalue(CHIEF), self.others)
        return self.others


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
