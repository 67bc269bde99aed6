"""Plausible words for a magazine of any size: the demo's own, put together anew."""

import random
import tomllib
import uuid
from functools import cache
from itertools import accumulate, product

from articles.models import Person
from home.demo.content import DEMO

FIRST = "Hélène Marc Inès Bernard Solange Yann Aïcha Paul Maud Noël Rosa Éric Lina Hugo Zoé Ivo"
LAST = (
    "Marchetti Loison Calvet Prévert Roux Le_Goff Benali Girard Faure Noiret Da_Silva Hervé"
    " Castel Bourgeois Ollivier Petit Nguyen Sarr Wagner Lacombe Morvan Tessier Dubois Achard"
)
TOPICS = "Fibre Télétravail Indépendants Territoires Droit École Santé Artisans Énergie Commerce"
FEWEST, USUAL, MOST = 5, 12, 40  # exchanges of an interview
OWN = 120  # words of the paragraph that is like no other
STARTS, ENDS = "br cal dom fer gar lin mar nor pel ros sav tul vir zan", "ade el ier on ure"


def name(number):
    first, last = FIRST.split(), LAST.split()
    full = f"{first[number % len(first)]} {last[number // len(first) % len(last)]}"
    return full.replace("_", " ")


def topic(number):
    names = TOPICS.split()
    return names[number] if number < len(names) else f"{names[number % len(names)]} {number}"


def about(model, number):
    """Return what a person or a topic has beside its name."""
    if model is Person:
        return {"role": "maire de village", "biography": f"Née en 19{number % 60 + 30}."}
    return {"description": f"Qui travaille où, et comment : dossier {number}."}


def title(number, language):
    texts = interviews(language)
    return f"{texts[number % len(texts)]['title'][:200]} ({number})"


def description(number, language):
    texts = interviews(language)
    return texts[number % len(texts)]["search_description"]


def body(chosen, language, images, linked, listed):
    """Return the stored blocks of an interview of five to forty exchanges.

    ``chosen`` is the Random that picks them, ``images`` are keys. ``linked``, keys of interviews,
    are links in the text or, if ``listed``, what to read next.
    """
    exchanges, others = passages(language)
    blocks = []
    for number in range(int(chosen.triangular(FEWEST, MOST, USUAL))):
        question, answers = chosen.choice(exchanges)
        blocks.append(("exchange", {"question": question, "answers": items(chosen, answers)}))
        if number % 4 == 3:
            blocks.append(chosen.choice(others))
    picture = {"image": chosen.choice(images), "alt_text": "Le pylône", "decorative": False}
    blocks.append(("paragraph", {"text": f"<p>{own(chosen)}</p>"}))
    blocks.insert(3, ("figure", {"image": picture, "caption": f"Un mot{chosen.randrange(997)}."}))
    if linked and listed:
        blocks.append(("related", {"interviews": items(chosen, linked)}))
    elif linked:
        links = (f'<a linktype="page" id="{pk}">cet entretien</a>' for pk in linked)
        blocks.append(("paragraph", {"text": f"<p>Voir {', '.join(links)}.</p>"}))
    return [{"type": kind, "id": unique(chosen), "value": value} for kind, value in blocks]


def own(chosen):
    """Return a sentence of invented words, the n-th of which occurs 1/n as often as the first: so
    the vocabulary of a larger magazine is larger.
    """
    invented, shares = vocabulary()
    return f"{' '.join(chosen.choices(invented, cum_weights=shares, k=OWN)).capitalize()}."


@cache
def vocabulary():
    """Return some 60,000 invented words, and how often each occurs, summed up."""
    middles = [consonant + vowel for consonant in "bcdflmnprstv" for vowel in "aeiou"]
    invented = [
        "".join(parts) for parts in product(STARTS.split(), middles, middles[::4], ENDS.split())
    ]
    random.Random(0).shuffle(invented)  # noqa: S311 - plausible, not secret
    return invented, list(accumulate(1 / place for place in range(1, len(invented) + 1)))


def items(chosen, values):
    return [{"type": "item", "id": unique(chosen), "value": value} for value in values]


def unique(chosen):
    return str(uuid.UUID(int=chosen.getrandbits(128), version=4))


@cache
def interviews(language):
    files = sorted(DEMO.glob(f"interviews/*.{language}.toml"))
    return [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]


@cache
def passages(language):
    """Return all exchanges, as (question, answers), and the blocks that may stand between them."""
    exchanges, others = [], []
    for block in (block for text in interviews(language) for block in text["body"]):
        if block["type"] == "exchange":
            answers = [{"speaker": None, "text": one["text"]} for one in block["answers"]]
            exchanges.append((block["question"], answers))
        elif block["type"] in ("heading", "pull_quote"):
            others.append((block["type"], {k: v for k, v in block.items() if k != "type"}))
    return exchanges, others
