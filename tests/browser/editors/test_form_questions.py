"""The questions of the quote form in the editor: by their words, with conditions from a list."""

import pytest
from playwright.sync_api import expect

from home.setup import roles
from tests import factories
from tests.browser.cms import save_draft
from tests.contact.test_conditions import add

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def page(sign_in_as):
    page = sign_in_as("agathe", roles.CHIEF)
    add("Projet", "radio", choices="Site vitrine\nBoutique")
    add("Paiement")
    page.goto(f"/cms/pages/{factories.quote_page().pk}/edit/")
    page.wait_for_timeout(2_000)
    return page


def labels():
    return list(factories.quote_page().form_fields.values_list("label", flat=True))


def row(page, number):
    return page.locator(f"#inline_child_form_fields-{number}")


def test_each_is_listed_by_its_question_while_one_types_it(page):
    for number, label in enumerate(labels()):
        heading = page.locator(f"#inline_child_form_fields-{number}-panel-heading")
        expect(heading).to_contain_text(label)
        expect(heading.get_by_text("Champ")).to_be_hidden()
    page.locator("[name=form_fields-0-label]").fill("Comment vous appeler ?")
    heading = page.locator("#inline_child_form_fields-0-panel-heading")
    expect(heading).to_contain_text("Comment vous appeler ?")


def test_a_condition_is_chosen_among_the_questions_before_and_their_answers(page):
    last = len(labels()) - 1
    condition = row(page, last).get_by_role("combobox", name="Affiché si")
    assert condition.locator("option").all_text_contents() == ["Toujours affichée", *labels()[:-1]]
    condition.select_option("Projet")
    answer = row(page, last).get_by_role("combobox", name="A pour réponse")
    offered = answer.locator("option").all_text_contents()
    assert offered == ["Quelle que soit la réponse", "Site vitrine", "Boutique"]
    answer.select_option("Boutique")
    page.locator(f"[name=form_fields-{last - 1}-label]").fill("Votre projet")
    expect(condition).to_have_value("Votre projet")
    save_draft(page)
    expect(page.locator(".messages")).to_contain_text("a été mise à jour", timeout=20_000)
    stored = factories.quote_page().get_latest_revision_as_object().form_fields.all()
    [payment] = [field for field in stored if field.label == "Paiement"]
    assert (payment.shown_if, payment.shown_if_answer) == ("projet", "Boutique")


def test_a_condition_follows_its_question_whatever_is_typed_on_the_way_to_its_new_name(page):
    last = len(labels()) - 1
    condition = row(page, last).get_by_role("combobox", name="Affiché si")
    condition.select_option("Projet")
    question = page.locator(f"[name=form_fields-{last - 1}-label]")
    for passing in ("", labels()[0], "Votre projet"):
        question.fill(passing)
    expect(condition).to_have_value("Votre projet")
    first = page.locator("[name=form_fields-0-label]")
    first.fill("Tout autre chose")
    expect(condition).to_have_value("Votre projet")
