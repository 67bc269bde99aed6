"""The time machine lists the versions of a page: when, whose, and what disappeared afterwards."""

import pytest
from django.urls import reverse

from editing.editor import history
from tests.conftest import account, signed_in
from tests.editor.saving import autosave, mentions, opened, pass_by, save
from tests.time_machine.test_taking_back import change, interview, raw

pytestmark = pytest.mark.django_db
__all__ = ["interview"]


@pytest.fixture
def page(site):
    return mentions(site)


def listing(client, page, **query):
    return client.get(reverse("editing_time_machine", args=[page.pk]), query)


def versions(client, page, **query):
    return listing(client, page, **query).context["object_list"]


def pin(client, page, version, **sent):
    return client.post(reverse("editing_pin", args=[page.pk, version.pk]), sent, follow=True)


def test_it_says_what_disappeared_after_a_version(cheffe, interview):
    question = raw(interview)[1]["value"]["question"]
    change(interview, lambda blocks: blocks.pop(1), user=cheffe.user)
    html = listing(cheffe, interview).content.decode()
    assert f"Question et réponse\u00a0: {question}" in html
    assert "cheffe" in html
    assert "texte actuel" in html


def test_it_is_narrowed_to_one_person(cheffe, page):
    colleague = signed_in(account("collegue", "Rédaction en chef"))
    save(cheffe, page, opened(cheffe, page), "De la cheffe.")
    save(colleague, page, opened(colleague, page), "De la collègue.")
    assert len(versions(cheffe, page)) == 3
    (one,) = versions(cheffe, page, user=colleague.user.pk)
    assert one.user == colleague.user
    assert len(versions(cheffe, page, user="nonsense")) == 3


def test_as_many_statements_for_twenty_versions_as_for_two(
    cheffe, page, django_assert_max_num_queries
):
    listing(cheffe, page)
    for _number in range(20):
        page.save_revision(user=cheffe.user)
    with django_assert_max_num_queries(30):
        listing(cheffe, page)


def test_the_editor_and_the_history_lead_to_it(cheffe, page):
    address = reverse("editing_time_machine", args=[page.pk])
    for name in ("edit", "history"):
        screen = cheffe.get(reverse(f"wagtailadmin_pages:{name}", args=[page.pk]))
        assert address in screen.content.decode()


def test_a_version_with_a_name_stays_for_ever_and_nothing_replaces_it(cheffe, page):
    form = opened(cheffe, page)
    autosave(cheffe, page, form, "À garder.")
    version = page.revisions.latest("pk")
    assert "gardée" in pin(cheffe, page, version, name="Avant la coupe").content.decode()
    autosave(cheffe, page, form, "À garder, ou pas.")
    pass_by(days=100)
    history.prune()
    version.refresh_from_db()
    assert "À garder.<" in version.content["body"]
    (one,) = versions(cheffe, page, pinned="named")
    assert one.pk == version.pk
    assert "Avant la coupe" in listing(cheffe, page).content.decode()


def test_a_name_can_be_changed_and_removed(cheffe, page):
    version = page.revisions.get()
    pin(cheffe, page, version, name="Un")
    pin(cheffe, page, version, name="Deux")
    assert page.revisions.get().pin.name == "Deux"
    pin(cheffe, page, version, forget="1")
    assert not hasattr(page.revisions.get(), "pin")


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "\x00"])
def test_a_name_that_is_none_is_refused_at_its_field(cheffe, page, name):
    version = page.revisions.get()
    answer = pin(cheffe, page, version, name=name)
    assert answer.status_code == 422
    assert answer.context["form"].errors["name"]


def test_what_a_name_holds_of_html_is_shown_as_text(cheffe, page):
    pin(cheffe, page, page.revisions.get(), name="<b>gras</b>")
    assert "<b>gras</b>" not in listing(cheffe, page).content.decode()
