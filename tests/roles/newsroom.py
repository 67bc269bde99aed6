"""People of every role with their pages, made once: what a test does with them is undone."""

from contextlib import contextmanager

from django.contrib.auth import get_user_model
from django.db import transaction
from wagtail.models import Page

from home.setup import roles
from tests.conftest import account, signed_in
from tests.steps import reviewing, translating

WRITER, REVIEWER, CHIEF = "redactrice", "relecteur", "cheffe"
TRANSLATOR, SALES = "traductrice", "commercial"
CAST = {
    WRITER: roles.WRITER,
    REVIEWER: roles.REVIEWER,
    CHIEF: roles.CHIEF,
    TRANSLATOR: roles.TRANSLATOR,
    SALES: roles.SALES,
}


@contextmanager
def undone():
    """Take back what is written within, however many tests use it meanwhile."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def hire():
    for name, role in CAST.items():
        account(name, role)


def person(name):
    """Return the browser of the person, signed in."""
    return signed_in(get_user_model().objects.get(username=name))


def somebody_else(name):
    return CHIEF if name == WRITER else WRITER


class Pages:
    """For each person a page of their own; of the writer and the chief one more, and one in review.

    They are in ``language``.
    """

    def __init__(self, language="fr"):
        self.language = language
        self.own = {name: self.draft(name, "De ma main") for name in CAST}
        self.others = {name: self.draft(name, "D’autrui") for name in (WRITER, CHIEF)}
        self.reviewed = {name: self.submitted(name, "En relecture") for name in (WRITER, CHIEF)}

    def draft(self, name, title):
        return reviewing.standard_page(person(name).user, title, self.language).pk

    def submitted(self, name, title):
        page = reviewing.standard_page(person(name).user, title, self.language)
        reviewing.submit(person(name), page)
        return page.pk


class Translations(Pages):
    """The same in English: translations of French pages that are online, all translated.

    What is posted there is asked of the translation editor.
    """

    def __init__(self):
        super().__init__("en")

    def draft(self, name, title):
        return self.translated(name, title).pk

    def submitted(self, name, title):
        page = self.translated(name, title)
        translating.submit(person(name), page)
        return page.pk

    def translated(self, name, title):
        owner = person(name).user
        french = reviewing.standard_page(owner, title)
        french.save_revision(user=owner).publish()
        page = translating.to_english(Page.objects.get(pk=french.pk).specific)
        translating.complete(page, owner)
        return page


class Desk:
    """One person at the CMS, with a page of their own and one of somebody else's."""

    def __init__(self, name, pages):
        self.name, self.pages, self.language = name, pages, pages.language
        self.client = person(name)
        self.own = page(pages.own[name])
        self.others = page(pages.others[somebody_else(name)])

    def in_review(self):
        """Return a page of the writer's, submitted; of the chief's, where the writer asks."""
        return page(self.pages.reviewed[somebody_else(self.name)])

    def live(self):
        if isinstance(self.pages, Translations):
            translating.publish(person(CHIEF), self.others)
            return self.others
        made = reviewing.standard_page(self.others.owner, "En ligne", self.language)
        made.save_revision(user=made.owner).publish()
        return made


def page(pk):
    return Page.objects.get(pk=pk).specific
