"""Who may do what, through the CMS's real views: posts are forged where nothing is offered."""

import pytest
from django.urls import reverse
from wagtail.models import Site

from articles.models import Topic
from tests import factories
from tests.roles import actions as do
from tests.roles import translation_actions as in_english
from tests.roles.actions import pages
from tests.roles.newsroom import CAST, Desk, Pages, Translations, hire, person, undone
from tests.steps import reviewing

pytestmark = pytest.mark.django_db

W, R, C, T, S = EVERYBODY = list(CAST)


@pytest.fixture(scope="module", autouse=True)
def people(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), undone():
        hire()
        yield


@pytest.fixture(scope="module")
def french_pages(people):
    with undone():
        yield Pages()


@pytest.fixture(scope="module")
def english_pages(people):
    with undone():
        yield Pages("en")


@pytest.fixture(scope="module")
def translations(people):
    with undone():
        yield Translations()


PAGES = {
    do.creates: [W, C],
    do.edits_own: [W, R, C],
    do.edits_others: [R, C],
    do.edits_in_review: [R, C],
    do.submits_own: [W, R, C],
    do.submits_others: [R, C],
    do.approves_first: [R, C],
    do.approves_last: [C],
    do.rejects_first: [R, C],
    do.rejects_last: [C],
    do.cancels_review: [R, C],
    do.publishes_own: [C],
    do.publishes_others: [C],
    do.schedules: [C],
    do.unschedules: [C],
    do.unpublishes: [C],
    do.deletes_own_draft: [W, R, C],
    do.deletes_others_draft: [C],
    do.deletes_published: [C],
    do.moves_own_draft: [W, C],
    do.moves_others_draft: [C],
    do.moves_published: [C],
    do.locks: [C],
    do.locks_in_review: [R, C],
    do.unlocks_others: [C],
    do.unlocks_in_review: [C],
    do.reverts_others: [R, C],
    do.reorders: [C],
    do.restricts_readers: [C],
    do.publishes_in_bulk: [C],
    do.unpublishes_in_bulk: [C],
    do.deletes_in_bulk: [C],
}


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("action", PAGES, ids=lambda action: action.__name__)
def test_what_each_role_does_with_french_pages(action, who, french_pages):
    assert action(Desk(who, french_pages)) == (who in PAGES[action])


ENGLISH = {
    do.creates: True,
    do.edits_own: True,
    do.edits_others: True,
    do.submits_own: True,
    do.submits_others: True,
    do.deletes_own_draft: True,
    do.edits_in_review: False,
    do.approves_first: False,
    do.rejects_first: False,
    do.publishes_own: False,
    do.schedules: False,
    do.unpublishes: False,
    do.deletes_others_draft: False,
    do.moves_others_draft: False,
    do.deletes_in_bulk: False,
    do.publishes_in_bulk: False,
}


@pytest.mark.parametrize("action", ENGLISH, ids=lambda action: action.__name__)
def test_what_the_translator_does_with_english_pages(action, english_pages):
    assert action(Desk(T, english_pages)) == ENGLISH[action]


TRANSLATIONS = {
    in_english.translates_own: [W, R, C, T],
    in_english.translates_others: [R, C, T],
    in_english.translates_in_review: [R, C],
    do.submits_own: [W, R, C, T],
    do.submits_others: [R, C, T],
    do.approves_first: [R, C],
    do.approves_last: [C],
    do.rejects_first: [R, C],
    do.rejects_last: [C],
    do.cancels_review: [R, C],
    do.publishes_own: [C],
    do.publishes_others: [C],
    do.unpublishes: [C],
    in_english.makes_an_alias: [],  # its text would be French
    do.locks_in_review: [R, C],
    do.deletes_others_draft: [C],
    do.publishes_in_bulk: [],  # the page itself is still French: no version holds the passages
}


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("action", TRANSLATIONS, ids=lambda action: action.__name__)
def test_what_each_role_does_in_the_translation_editor(action, who, translations):
    assert action(Desk(who, translations)) == (who in TRANSLATIONS[action])


VIEWS = {
    "wagtailimages:index": [W, C],
    "wagtailimages:add": [W, C],
    "wagtaildocs:index": [W, C],
    "wagtaildocs:add": [W, C],
    "wagtailsnippets_articles_person:list": [W, R, C, T],
    "wagtailsnippets_articles_person:add": [W, C, T],
    "wagtailsnippets_articles_topic:list": [C, T],
    "wagtailsnippets_articles_topic:add": [C, T],
    "quote_requests:index": [S],
    "wagtailadmin_reports:site_history": EVERYBODY,  # each sees what concerns their pages
    "wagtailadmin_reports:workflow": [W, R, C, T],
    "wagtailadmin_reports:locked_pages": [C],
    "wagtailadmin_reports:aging_pages": [W, R, C, T],
    "wagtailadmin_workflows:index": [],
    "wagtailadmin_workflows:task_index": [],
    "wagtailadmin_collections:index": [],
    "wagtailusers_users:index": [],
    "wagtailusers_groups:index": [],
    "wagtailsites:index": [],
    "wagtaillocales:index": [],
    "wagtailredirects:index": [],
}


@pytest.mark.parametrize("who", EVERYBODY)
def test_what_each_role_opens(who):
    client = person(who)
    opened = [view for view in VIEWS if client.get(reverse(view)).status_code == 200]
    assert opened == [view for view, people in VIEWS.items() if who in people]


@pytest.mark.parametrize("who", EVERYBODY)
def test_only_the_chief_deletes_media_people_and_topics(who):
    client = person(who)
    things = {
        "wagtailimages:delete": factories.image(),
        "wagtaildocs:delete": factories.document(),
        "wagtailsnippets_articles_topic:delete": factories.topic(slug="ephemere"),
        "wagtailsnippets_articles_person:delete": factories.person(slug="ephemere"),
    }
    for view, thing in things.items():
        client.post(reverse(view, args=[thing.pk]))
        assert type(thing).objects.filter(pk=thing.pk).exists() == (who != C), view


@pytest.mark.parametrize("who", EVERYBODY)
def test_nobody_changes_what_others_uploaded_but_the_chief(who):
    client, image = person(who), factories.image()
    client.post(reverse("wagtailimages:edit", args=[image.pk]), {"title": "Autre titre"})
    image.refresh_from_db()
    page = client.get(reverse("wagtailimages:edit", args=[image.pk]))
    assert (page.status_code == 200) == (who == C)


@pytest.mark.parametrize("who", EVERYBODY)
def test_nobody_makes_themselves_more_than_they_are(who):
    client = person(who)
    user = client.user
    client.post(reverse("wagtailusers_users:edit", args=[user.pk]), {"is_superuser": "on"})
    client.post(reverse("wagtailsites:add"), {"hostname": "autre.example", "port": "80"})
    user.refresh_from_db()
    assert not user.is_superuser
    assert Site.objects.count() == 1


def test_the_sales_people_see_no_page():
    commercial, redactrice = person(S), person(W)
    page = reviewing.standard_page(redactrice.user, title="Un secret")
    reviewing.save(redactrice, page)
    history = reverse("wagtailadmin_reports:site_history")
    assert "Un secret" in redactrice.get(history).content.decode()
    assert "Un secret" not in commercial.get(history).content.decode()
    assert "wagtail-explorer" not in commercial.get("/cms/").content.decode()
    for address in (
        reviewing.edit_url(page),
        pages("view_draft", page.pk),
        pages("history", page.pk),
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
    ):
        assert commercial.get(address).status_code == 302, address


def test_the_translator_names_topics_but_does_not_submit_for_translation():
    traductrice = person(T)
    Topic.objects.all().delete()
    topic = factories.topic()
    assert (
        traductrice.get(reverse("wagtailsnippets_articles_topic:edit", args=[topic.pk])).status_code
        == 200
    )
    page = factories.interview()
    assert not traductrice.user.has_perm("wagtail_localize.submit_translation")
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    assert traductrice.get(address).status_code in (302, 403)
