"""A public site with something on every kind of page, and the addresses of those pages."""

from tests import factories

BODY = [
    factories.exchange("Qui a creusé ?", answers=[factories.ANSWER, factories.ANSWER]),
    {"type": "heading", "value": {"text": "Et maintenant"}},
    factories.exchange("Et après la fibre, le télétravail ?"),
]


def addresses():
    """Make interviews in both languages; return one address of every kind of page."""
    interview = factories.interview(body=BODY, hero_image=factories.image())
    factories.interview("Un autre village", hero_image=factories.image())
    english = factories.interview("The village has fibre", language="en", body=BODY)
    return {
        "home": "/",
        "listing": "/entretiens/",
        "nothing listed": "/entretiens/sujet/fibre/?person=personne",
        "topic": "/entretiens/sujet/fibre/",
        "person": "/entretiens/personne/helene-marchetti/",
        "interview": interview.url,
        "form": "/devis/",
        "search": "/recherche/?q=village",
        "nothing found": "/recherche/?q=zeppelin",
        "standard": "/accessibilite/",
        "missing": "/rien/",
        "english home": "/en/",
        "english interview": english.url,
        "english form": "/en/quote/",
    }
