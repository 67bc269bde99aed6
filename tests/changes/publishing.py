"""What comes online, changes and goes: by the CMS and by the worker."""

from datetime import timedelta

from django.core.files.storage import default_storage
from wagtail.models import Page

from articles.models import InterviewPage
from contact.models import QuotePage
from editing.schedule.publication import publish_due
from editing.share_image.studio import draw_wanted
from editing.worker.prerendering import prerender
from editing.worker.warming import warm
from home.models import HomePage, StandardPage
from tests.changes.kinds import of_tree, seen
from tests.steps import editing, reviewing
from tests.steps.pictures import make_all

HOUR = timedelta(hours=1)


@of_tree
def publishes_in_the_cms(world):
    page = world.draft()
    fields = {"title": world.name("Entretien"), "slug": page.slug}
    world.post("wagtailadmin_pages:edit", page.pk, **editing.form("action-publish", **fields))


@of_tree
def publishes_a_standing_page(world):
    world.publish_standing()


@of_tree
def publishes_in_english(world):
    world.publish_interview(language="en")


@seen
def corrects_in_the_cms(world):
    page = world.standing()
    answer = reviewing.publish(world.admin, page, title=world.name("Corrigé"))
    assert answer.status_code == 200


@seen
def gives_another_day(world):
    page = world.interview()
    page.date -= timedelta(days=world.random.randrange(400))
    page.save_revision().publish()


@of_tree
def worker_publishes_what_is_due(world):
    page = world.draft()
    page.go_live_at = world.now() - HOUR
    page.save_revision(approved_go_live_at=page.go_live_at, clean=False)
    publish_due()
    assert Page.objects.get(pk=page.pk).live


@seen
def worker_publishes_a_new_version(world):
    page = world.interview()
    page.title, page.go_live_at = world.name("Nouvelle version"), world.now() - HOUR
    page.save_revision(approved_go_live_at=page.go_live_at, clean=False)
    publish_due()


@seen
def worker_withdraws(world):
    page = world.interview()
    Page.objects.filter(pk=page.pk).update(expire_at=world.now() - HOUR)
    publish_due()
    assert not Page.objects.get(pk=page.pk).live


@seen
def worker_draws_share_images(world):
    draw_wanted()


@seen
def worker_prerenders(world):
    prerender()
    make_all()


@seen
def worker_warms(world):
    warm()


@seen
def unpublishes_in_the_cms(world):
    world.post("wagtailadmin_pages:unpublish", world.interview().pk)


@seen
def unpublishes_a_standing_page(world):
    page = world.standing()
    if not page.get_descendants().live().exists():
        world.post("wagtailadmin_pages:unpublish", page.pk)


@seen
def unpublishes_or_publishes_the_index(world):
    index = world.index(world.random.choice(["fr", "en"]))
    if index.live and world.random.random() < 0.5:
        index.unpublish()
    else:
        index.save_revision().publish()


@of_tree
def publishes_again(world):
    hidden = Page.objects.filter(live=False, depth__gt=1, alias_of=None)
    if page := world.pick(hidden):
        page.specific.save_revision(clean=False).publish()


@seen
def changes_the_front_page(world):
    home = world.pick(HomePage.objects.live())
    home.quote_text = world.name("Une offre")
    home.save_revision().publish()


@seen
def changes_the_form(world):
    page = world.pick(QuotePage.objects.all())
    page.title = world.name("Devis")
    page.save_revision().publish()


@seen
def puts_in_the_menu_or_takes_away(world):
    page = world.standing()
    page.show_in_menus = not page.show_in_menus
    page.save_revision().publish()


@seen
def recommends(world):
    page, other = world.interview(), world.interview()
    block = {"type": "related", "value": {"interviews": [other.pk]}}
    stored = [part for part in page.body.get_prep_value() if part["type"] != "related"]
    page.body = page.body.stream_block.to_python([*stored, block])
    page.save_revision().publish()


@seen
def links_to_a_page_in_a_text(world):
    page, other = world.standing(), world.pick(Page.objects.live().filter(depth__gt=1))
    page.body = f'<p>Voir <a linktype="page" id="{other.pk}">ceci</a>.</p>'
    page.save_revision().publish()
    assert StandardPage.objects.get(pk=page.pk).body == page.body


@seen
def a_share_image_is_lost_and_drawn_anew(world):
    for row in InterviewPage.objects.exclude(drawn_share_image=None)[:1]:
        if row.drawn_share_image.file:
            default_storage.delete(row.drawn_share_image.file)
        type(row.drawn_share_image).want([row.pk])
    draw_wanted()
