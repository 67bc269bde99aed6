"""An editor who gives a title or a name need not think of the address."""

import pytest
from playwright.sync_api import expect

from articles.models import Person
from home.setup import roles
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_a_french_title_proposes_an_address_in_plain_letters(sign_in_as):
    page = sign_in_as("agathe", roles.WRITER)
    page.goto(f"/cms/pages/add/articles/interviewpage/{factories.index().pk}/")
    page.locator("[name=title]").press_sequentially("L'été d'un fil : à Noël")
    expect(page.locator("[name=slug]")).to_have_value("lete-dun-fil-a-noel")


def test_the_name_of_somebody_new_proposes_the_address(sign_in_as):
    page = sign_in_as("agathe", roles.WRITER)
    page.goto("/cms/snippets/articles/person/add/")
    page.locator("[name=name]").press_sequentially("Éloïse d'Arpège")
    expect(page.locator("[name=slug]")).to_have_value("eloise-darpege")
    page.get_by_role("button", name="Enregistrer").click()
    page.wait_for_url("**/person/**")
    assert Person.objects.get(name="Éloïse d'Arpège").slug == "eloise-darpege"


def test_a_name_that_is_corrected_keeps_its_address(sign_in_as):
    person = factories.person("Jean Durant", "jean-durant")
    page = sign_in_as("agathe", roles.WRITER)
    page.goto(f"/cms/snippets/articles/person/edit/{person.pk}/")
    page.locator("[name=name]").press_sequentially("d")
    expect(page.locator("[name=slug]")).to_have_value("jean-durant")
