"""Every text is set in the site's own faces, accented and foreign letters included."""

import pytest

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

WEIGHTS = {"Newsreader": (400, 650), "Bricolage Grotesque": (400, 800)}
# The faces that the browser takes for a text.
FACES = """([font, text]) => document.fonts.load(font, text)
  .then((faces) => faces.map((face) => [face.family.replaceAll('"', ""), face.status]))"""


def test_each_weight_has_a_face_with_the_letters(open_browser):
    page = open_browser()
    page.goto("/")
    for family, weights in WEIGHTS.items():
        for weight in weights:
            for text in ("Télétravail", "Łł"):
                faces = page.evaluate(FACES, [f"{weight} 20px '{family}'", text])
                assert faces == [[family, "loaded"]], (weight, text)
