"""Who may read what, and where old addresses lead."""

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from tests.changes.kinds import seen


@seen
def closes_a_page(world):
    page = world.pick([world.interview(), world.standing()])
    world.admin.post(f"/cms/pages/{page.pk}/privacy/", {"restriction_type": "login"})
    assert PageViewRestriction.objects.filter(page=page).exists()


@seen
def closes_all_below(world):
    page = world.pick([world.index("fr"), world.index("en"), world.standing()])
    PageViewRestriction.objects.get_or_create(page=page, restriction_type="login")


@seen
def opens_what_is_closed(world):
    for restriction in list(PageViewRestriction.objects.all()):
        if world.random.random() < 0.7:
            restriction.delete()


@seen
def opens_all_at_once(world):
    PageViewRestriction.objects.all().delete()


@seen
def sets_a_password(world):
    page = world.interview()
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="sésame")


@seen
def redirects_an_old_address(world):
    values = {"site": "", "redirect_page": str(world.interview().pk), "redirect_link": ""}
    known = [one for one in world.addresses if "?" not in one and one not in ("/", "/en/")]
    old = Redirect.normalise_path(world.random.choice(known))
    if not Redirect.objects.filter(old_path=old).exists():
        world.post("wagtailredirects:add", old_path=old, is_permanent="on", **values)


@seen
def redirects_where_nothing_is(world):
    values = {"redirect_link": world.random.choice(["/", "/en/", "https://ailleurs.example/"])}
    path = Redirect.normalise_path("/nulle-part/")
    world.look_at("/nulle-part/")
    Redirect.objects.update_or_create(old_path=path, site=None, defaults=values)


@seen
def redirects_an_address_of_a_campaign(world):
    """Its query names nothing but where readers come from."""
    address = "/campagne/?utm_source=lettre"
    path, link = Redirect.normalise_path(address), world.interview().url
    Redirect.objects.update_or_create(old_path=path, site=None, defaults={"redirect_link": link})
    world.addresses[address] = None
    world.look_at(address)


@seen
def forgets_redirects(world):
    Redirect.objects.all().delete()


@seen
def shows_a_page_where_a_redirect_is(world):
    page = world.publish_standing()
    Page.objects.filter(pk=page.pk).update(live=False)
    Redirect.objects.get_or_create(
        old_path=Redirect.normalise_path(page.url), site=None, defaults={"redirect_link": "/"}
    )
    Page.objects.filter(pk=page.pk).update(live=True)
