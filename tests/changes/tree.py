"""What moves, is copied, translated, deleted and comes back: addresses that change."""

from wagtail.models import Page

from articles.models import InterviewPage
from editing.models import BinnedPage
from home.models import StandardPage
from tests import factories
from tests.changes.kinds import of_tree
from tests.steps import binning, reviewing, translating


@of_tree
def moves_below_another_page(world):
    page = world.standing()
    places = StandardPage.objects.live().filter(locale=page.locale).not_descendant_of(page, True)
    if place := world.pick(places):
        world.post("wagtailadmin_pages:move_confirm", page.pk, place.pk)


@of_tree
def moves_to_the_front(world):
    page = world.standing()
    world.post("wagtailadmin_pages:move_confirm", page.pk, world.home().pk)


@of_tree
def sorts(world):
    page = world.standing()
    world.admin.post(f"/cms/pages/{page.pk}/set_position/?position=0")


@of_tree
def gives_another_address(world):
    page = world.standing()
    assert reviewing.publish(world.admin, page, slug=world.slug()).status_code == 200


@of_tree
def gives_an_interview_another_address(world):
    page = world.interview()
    page.slug = world.slug()
    page.save_revision().publish()


@of_tree
def gives_the_index_another_address(world):
    index = world.index("en")
    index.slug = world.random.choice(["interviews", "talks"])
    index.save_revision().publish()


@of_tree
def takes_an_address_that_was_given_up(world):
    hidden = Page.objects.filter(live=False, content_type__model="standardpage")
    if page := world.pick(hidden):
        slug = page.slug
        page.specific.delete()
        new = world.publish_standing()
        if not new.get_siblings(inclusive=False).filter(slug=slug).exists():
            new.slug = slug
            new.save_revision().publish()


@of_tree
def deletes_in_the_cms(world):
    page = world.interview()
    assert binning.delete(world.admin, page).status_code == 302
    assert not Page.objects.filter(pk=page.pk).exists()


@of_tree
def deletes_with_all_below(world):
    page = world.standing()
    if page.get_children_count() < 3:
        binning.delete(world.admin, page)


@of_tree
def restores_from_the_bin(world):
    if binned := world.pick(BinnedPage.objects.for_user(world.admin.user).kept()):
        binning.restore(world.admin, binned)


@of_tree
def restores_and_publishes(world):
    page = world.interview()
    binning.delete(world.admin, page)
    binning.restore(world.admin, BinnedPage.objects.get(page_id=page.pk))
    InterviewPage.objects.get(pk=page.pk).save_revision(clean=False).publish()


@of_tree
def copies_in_the_cms(world):
    page = world.standing()
    values = {"new_title": world.name("Copie"), "new_slug": world.slug()}
    place = {"new_parent_page": page.get_parent().pk, "copy_subpages": "on", "publish_copies": "on"}
    world.post("wagtailadmin_pages:copy", page.pk, **values, **place)


@of_tree
def makes_an_alias(world):
    page = world.standing()
    page.create_alias(parent=world.home(), update_slug=world.slug())


@of_tree
def changes_what_has_an_alias(world):
    alias = world.pick(Page.objects.exclude(alias_of=None).live())
    if alias and alias.alias_of.live:
        page = alias.alias_of.specific
        page.title = world.name("Original")
        page.save_revision().publish()


@of_tree
def translates_and_publishes(world):
    untranslated = [
        page
        for page in InterviewPage.objects.live().filter(locale=factories.locale(), alias_of=None)
        if not page.get_translations().exists()
    ]
    page = world.pick(untranslated) or world.publish_interview()
    english = translating.to_english(page)
    translating.complete(english, world.admin.user)
    translating.translation(english).save_target(user=world.admin.user, publish=True)


@of_tree
def deletes_the_last_interview_of_a_topic(world):
    topic = world.topic()
    for page in InterviewPage.objects.live().filter(topic_links__topic=topic)[:3]:
        page.delete()
