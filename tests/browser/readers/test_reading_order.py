"""Pages make sense to who hears them: in their order, by their headings and by their names."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.public import addresses

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

LEVELS = """[...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .map((heading) => Number(heading.tagName[1]))"""
# Links by name: how many addresses has each?
NAMES = """() => {
  const names = {};
  for (const link of document.querySelectorAll("a[href]"))
    (names[link.innerText.trim() || link.textContent.trim()] ??= new Set())
      .add(link.href.split("?from=")[0]);
  return Object.entries(names).map(([name, links]) => [name, links.size]);
}"""


def in_order(text, *parts):
    """Say whether ``parts`` stand in ``text`` one after the other."""
    return re.search(".*".join(map(re.escape, parts)), text, re.DOTALL)


def test_headings_have_no_gaps_landmarks_are_there_and_links_are_told_apart(open_browser):
    page = open_browser(java_script_enabled=False)
    for kind, address in addresses().items():
        page.goto(address)
        levels = page.evaluate(LEVELS)
        assert levels.count(1) == 1 and levels[0] == 1, kind
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
        for landmark in ("banner", "main", "contentinfo"):
            expect(page.get_by_role(landmark)).to_have_count(1)
        assert page.title().count("Cyberworkers") == 1, kind
        for name, targets in page.evaluate(NAMES):
            assert name, kind
            assert targets == 1, (kind, name)


def test_an_interview_is_heard_in_the_order_in_which_it_was_led(open_browser):
    page = open_browser(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page.goto(addresses()["interview"])
    heard = page.locator("body").aria_snapshot()
    assert in_order(
        heard,
        'link "Aller au contenu"',
        "banner",
        'navigation "Menu principal"',
        "main",
        'heading "Le village a la fibre" [level=1]',
        "Hélène Marchetti",
        "Une maire raconte.",
        'navigation "Les questions"',
        'heading "L’entretien" [level=2]',
        'heading "Qui a creusé ?" [level=3]',
        "La ligne tenait enfin",
        'link "Lien vers la question : Qui a creusé ?"',
        'heading "Et maintenant" [level=2]',
        'heading "Et après la fibre, le télétravail ?" [level=3]',
        'heading "Qui parle" [level=2]',
        'heading "Sur les mêmes sujets" [level=2]',
        'heading "Un autre village" [level=3]',
        "contentinfo",
        'navigation "À propos de ce site"',
    ), heard
    page.locator(".questions summary").click()
    questions = page.get_by_role("navigation", name="Les questions")
    expect(questions.get_by_role("link")).to_have_text(
        ["Qui a creusé ?", "Et après la fibre, le télétravail ?"]
    )


def test_each_field_of_the_form_says_its_label_its_help_and_its_error(open_browser):
    page = open_browser(java_script_enabled=False)
    page.goto("/devis/")
    page.fill("[name=email]", "solange@nulle")
    page.locator("main form button").click()
    heard = page.locator("main").aria_snapshot()
    assert in_order(
        heard,
        'heading "Demandez un devis" [level=1]',
        "alert",
        'heading "Votre demande n’a pas été envoyée" [level=2]',
        'link "Votre nom : Dites\N{NON-BREAKING HYPHEN}nous votre nom."',
        'textbox "Votre nom (obligatoire)"',
        'textbox "Votre entreprise (obligatoire)"',
        'textbox "Votre adresse électronique (obligatoire)"',
        "solange@nulle",
        'button "Envoyer la demande"',
        'heading "Vos données" [level=2]',
    ), heard
    email = page.get_by_label("Votre adresse électronique")
    expect(email).to_have_accessible_description(re.compile("Exemple.*adresse.* valide"))
    expect(email).to_have_attribute("aria-invalid", "true")
    for field in page.locator("main form [name]:visible:not(button)").all():
        assert field.evaluate("field => field.labels.length") == 1
    expect(page.get_by_label("Ne touchez pas")).to_have_count(0)  # the trap is for machines
