"""Every text is set in the site's own faces, accented and foreign letters included.

Until they come others stand in, of the same weight and width, so that nothing moves.
"""

import pytest

from tests import factories
from tests.browser.faces import WATCH_SHIFTS, faces_of

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

WEIGHTS = {"Newsreader": (400, 650), "Bricolage Grotesque": (400, 800)}
LOADED = """[...document.fonts].filter(
  (face) => face.status == "loaded" && face.family.replaceAll('"', "") == "Newsreader").length"""
# The faces that the browser takes for a text.
FACES = """([font, text]) => document.fonts.load(font, text)
  .then((faces) => faces.map((face) => [face.family.replaceAll('"', ""), face.status]))"""


STYLE = """[...document.fonts].filter((face) => face.status == "loaded" && face.style == "italic")
  .map((face) => face.family.replaceAll('"', ""))"""
WIDTHS = """([families, styles, text]) => styles.map((style) => {
  const [ours, theirs] = families.map((family) => {
    const context = new OffscreenCanvas(1, 1).getContext("2d");
    context.font = `${style} 200px ${family}`;  // no rounding to pixels
    return context.measureText(text).width;
  });
  return [style, theirs / ours];
})"""
SENTENCE = (
    "Celui qui équipera ses habitants avant les autres en tirera sans doute un bénéfice : des "
    "services dont nous n’avons pas encore l’idée verront le jour sur ces réseaux, pour soigner "
    "de loin, pour enseigner, pour vendre en ligne, pour tenir une agence."
)
STANDFIRST = (
    "Jean-Michel Billaut plaidait pour la fibre quand l’ADSL paraissait suffire à tout le monde. "
    "Retour sur un entretien des débuts : Pau, l’argent public, la voiture, les forums."
)


def test_a_phone_thickens_the_letters_that_it_has_but_has_true_italics(open_browser):
    page = open_browser(viewport={"width": 360, "height": 740})
    page.goto("/")
    ours = ["Newsreader", "loaded"]
    assert page.evaluate(FACES, ["650 20px Newsreader", "Télétravail"]) == [ours]
    assert page.evaluate(LOADED) == 1
    assert page.evaluate(FACES, ["italic 20px Newsreader", "señor"]) == [ours, ours]
    assert page.evaluate(STYLE) == ["Newsreader"] * 2


STAND_INS = {
    "Bricolage": ["400", "500", "600", "650", "700", "750", "800"],
    "Newsreader": ["400", "italic 400", "650"],
}


@pytest.mark.parametrize("family", STAND_INS)
def test_what_stands_in_for_a_face_is_as_wide_in_each_weight_and_style(open_browser, family):
    """With the stand-ins of this machine: Liberation, which is as wide as Arial and Times."""
    page = open_browser()
    page.goto("/")
    ours = {"Bricolage": "'Bricolage Grotesque'", "Newsreader": "Newsreader"}[family]
    theirs = {"Bricolage": "'Bricolage Arial'", "Newsreader": "'Newsreader Times'"}[family]
    for style in STAND_INS[family]:
        for one in (ours, theirs):
            page.evaluate(FACES, [f"{style} 20px {one}", SENTENCE])
    for style, ratio in page.evaluate(WIDTHS, [[ours, theirs], STAND_INS[family], SENTENCE]):
        assert 0.985 < ratio < 1.015, (style, ratio)


def hold_fonts(page):
    """Return a list that fills with the fonts that ``page`` asks for: nobody answers yet."""
    held = []
    page.route("**/*.woff2", lambda route: held.append(route))
    return held


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_house_faces_come_late_without_moving_anything(open_browser, width):
    interview = factories.interview(
        "Très haut débit et télétravail",
        standfirst=STANDFIRST,
        hero_image=factories.image(),
        body=[
            {"type": "paragraph", "value": {"text": f"<p>{SENTENCE}</p>"}},
            factories.exchange("Quel bilan en tirez-vous ?", [f"<p>{SENTENCE * 3}</p>"]),
        ],
    )
    for address in (interview.url, "/", "/devis/"):
        page = open_browser(viewport={"width": width, "height": 800}, device_scale_factor=2)
        page.add_init_script(WATCH_SHIFTS)
        held = hold_fonts(page)
        page.goto(address, wait_until="domcontentloaded")
        page.locator("h1").wait_for()
        page.wait_for_timeout(500)
        shown = faces_of(page, "h1")
        assert not any(face.startswith("Bricolage") for face in shown), "the stand-in was not seen"
        assert held, "no font was asked for"
        for route in held:
            route.continue_()
        page.unroute("**/*.woff2")
        page.evaluate("document.fonts.ready.then(() => true)")
        page.wait_for_timeout(300)
        assert page.evaluate("document.fonts.check(\"750 20px 'Bricolage Grotesque'\", 'a')")
        assert all(face.startswith("Bricolage") for face in faces_of(page, "h1")), address
        assert page.evaluate("window.moved") == [], address


def test_each_weight_has_a_face_with_the_letters(open_browser):
    page = open_browser()
    page.goto("/")
    for family, weights in WEIGHTS.items():
        for weight in weights:
            for text in ("Télétravail", "Łł"):
                faces = page.evaluate(FACES, [f"{weight} 20px '{family}'", text])
                assert faces == [[family, "loaded"]], (weight, text)
