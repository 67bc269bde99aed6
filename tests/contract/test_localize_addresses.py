"""What we assume of wagtail-localize: which of its addresses take a post, and who guards each."""

import pytest
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import resolve, reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringTranslation,
    Translation,
)

from articles.models import Person
from editing.translation import locks, taking_over
from tests import factories
from tests.conftest import account, signed_in
from tests.contract.sources import routes
from tests.steps import translating

pytestmark = pytest.mark.django_db
L = "wagtail_localize"
# Those that our middleware or our own view answers first.
GUARDED = [f"{L}:{name}" for name in sorted(locks.PASSAGE | locks.WHOLE)]
GUARDED += [f"{L}:stop_translation", f"{L}:convert_to_alias", f"{L}:update_translations"]
# The others, and why they need no guard of ours.
BY_RIGHT = {
    f"{L}:submit_page_translation": "asks for a right that only the chief has, and makes drafts",
    f"{L}:submit_snippet_translation": "asks for a right that only the chief has",
}
READING = {
    f"{L}:download_pofile": "gives a file, whatever the method",
    f"{L}:preview_translation": "shows the page, whatever the method",
}
ADMINISTRATORS = {
    f"wagtaillocales:{name}": "is for administrators: languages are theirs"
    for name in ("add", "edit", "delete", "copy")
}
HARMLESS = BY_RIGHT | READING | ADMINISTRATORS


def takes_a_post(view):
    """Return whether ``view`` does anything with another method than GET; yes if nobody knows."""
    if actions := getattr(view, "actions", None):
        return not actions.keys() <= {"get", "head"}
    kind = getattr(view, "view_class", None) or getattr(view, "cls", None)
    return kind is None or any(hasattr(kind, one) for one in ("post", "put", "patch", "delete"))


def of_localize(name, view):
    kind = getattr(view, "view_class", view)
    return name.split(":")[0] in (L, "wagtaillocales") or kind.__module__.split(".")[0] == L


TAKING = {name for name, _taken, view in routes() if of_localize(name, view) and takes_a_post(view)}


@pytest.mark.parametrize("name", sorted(TAKING | {*GUARDED, *HARMLESS}))
def test_an_address_that_takes_a_post_is_guarded_or_harmless(name):
    assert name in TAKING, f"{name} takes no post any more: take its line out"
    known = (name in GUARDED) + (name in HARMLESS)
    assert known == 1, f"{name} takes a post: guard it, or say in HARMLESS why it needs no guard."


def stored():
    kinds = (Page, Translation, StringTranslation, SegmentOverride, Locale, Person)
    return [list(kind.objects.order_by("pk").values()) for kind in kinds]


def address_of(name, page):
    """Return the address ``name`` about the translation ``page``; of what is to be translated yet
    where it asks for that.
    """
    one = translating.translation(page)
    new = name in BY_RIGHT
    known = {
        "translation_id": one.pk,
        "translation_source_id": one.source_id,
        "page_id": factories.interview(slug="nouveau").pk if new else page.pk,
        "string_segment_id": translating.passage(page, "standfirst").pk,
        "overridable_segment_id": OverridableSegment.objects.get(source=one.source).pk,
        "app_label": "articles",
        "model_name": "person",
        "pk": factories.person("Zoé Nouvelle", "zoe").pk if new else page.locale_id,
    }
    taken = next(taken for route, taken, _view in routes() if route == name)
    return reverse(name, kwargs={parameter: known[parameter] for parameter in taken})


def changes(client, name, page):
    """Return whether any method but GET changes anything at the address ``name``."""
    address = address_of(name, page)
    sent = {"value": "1", "use_machine_translation": "on", "publish_translations": "on"}
    sent["locales"] = factories.locale("en").pk
    before = stored()
    client.post(address, sent)
    client.delete(address)  # before the other, which would be undone by it
    client.put(address, encode_multipart(BOUNDARY, sent), MULTIPART_CONTENT)
    return stored() != before


@pytest.fixture
def page(relecteur, settings):
    """A translation with a gap that a machine could fill, locked by the reviewer."""
    dummy = "wagtail_localize.machine_translators.dummy.DummyTranslator"
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": dummy}
    page = translating.interview(hero_image=factories.image())
    translating.put(relecteur, page, translating.passage(page, "standfirst"), "A mayor tells.")
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=relecteur.user)
    return page


@pytest.mark.parametrize("name", GUARDED)
def test_what_is_guarded_changes_nothing_of_a_locked_page(name, page, cheffe):
    assert not changes(cheffe, name, page), f"{name} changes a page while it is locked."


@pytest.mark.parametrize("name", BY_RIGHT)
@pytest.mark.parametrize(("who", "does"), [("traductrice", False), ("cheffe", True)])
def test_what_asks_for_a_right_does_nothing_without_it(name, who, does, page, request):
    changed = changes(request.getfixturevalue(who), name, page)
    assert changed == does, f"not true that {name} {HARMLESS[name]}."


@pytest.mark.parametrize("name", READING)
def test_what_reads_changes_nothing(name, page, cheffe):
    assert not changes(cheffe, name, page), f"not true that {name} {HARMLESS[name]}."


@pytest.mark.parametrize("name", ADMINISTRATORS)
def test_languages_are_for_administrators(name, page, cheffe):
    address, administrator = address_of(name, page), signed_in(account("admin", None))
    assert administrator.get(address).status_code == 200
    assert cheffe.get(address).status_code == 302, f"not true that {name} {HARMLESS[name]}."


def test_what_is_new_in_a_source_is_taken_over_by_our_view():
    address = reverse(f"{L}:update_translations", args=[1])
    stock = "wagtail-localize's own view takes over what is new: it opens what is private."
    assert resolve(address).func.view_class is taking_over.TakeOverView, stock
