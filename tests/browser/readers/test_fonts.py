"""Every text is set in the site's own faces, accented and foreign letters included."""

import pytest

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

WEIGHTS = {"Newsreader": (400, 650), "Bricolage Grotesque": (400, 800)}
LOADED = """[...document.fonts].filter(
  (face) => face.status == "loaded" && face.family.replaceAll('"', "") == "Newsreader").length"""
# The faces that the browser takes for a text.
FACES = """([font, text]) => document.fonts.load(font, text)
  .then((faces) => faces.map((face) => [face.family.replaceAll('"', ""), face.status]))"""


def test_a_phone_thickens_and_slants_the_letters_that_it_has(open_browser):
    page = open_browser(viewport={"width": 360, "height": 740})
    page.goto("/")
    for font in ("650 20px Newsreader", "italic 20px Newsreader"):
        assert page.evaluate(FACES, [font, "Télétravail"]) == [["Newsreader", "loaded"]]
    assert page.evaluate(LOADED) == 1


def test_each_weight_has_a_face_with_the_letters(open_browser):
    page = open_browser()
    page.goto("/")
    for family, weights in WEIGHTS.items():
        for weight in weights:
            for text in ("Télétravail", "Łł"):
                faces = page.evaluate(FACES, [f"{weight} 20px '{family}'", text])
                assert faces == [[family, "loaded"]], (weight, text)
