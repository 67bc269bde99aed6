"""French typography: what the rules make of a text, and what they leave alone."""

import random
import re

import pytest

from cyberworkers.typography import english_html, french, french_html
from cyberworkers.typography.rules import ENGLISH, LINES, RULES

ALL = RULES + LINES + ENGLISH
EXAMPLES = [(rule.typed, rule.shown) for rule in RULES]


@pytest.mark.parametrize(("typed", "shown"), EXAMPLES)
def test_each_rule_does_what_its_example_says(typed, shown):
    assert french(typed) == shown
    assert french(shown) == shown


@pytest.mark.parametrize("rule", ENGLISH, ids=lambda rule: rule.typed)
def test_each_english_rule_does_what_its_example_says(rule):
    assert english_html(rule.typed) == rule.shown
    assert english_html(rule.shown) == rule.shown


@pytest.mark.parametrize("rule", LINES, ids=lambda rule: rule.typed)
def test_in_a_page_each_rule_for_lines_does_what_its_example_says_and_nowhere_else(rule):
    assert french_html(rule.typed) == rule.shown
    assert french_html(rule.shown) == rule.shown
    assert french(rule.typed) == rule.typed


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Va-t'en, dis-le-moi.", "Va\u2011t’en, dis\u2011le\u2011moi."),
        ("Celui-ci dure 1 an.", "Celui\u2011ci dure 1\u00a0an."),
        ("Le 1 mars, 40 000 euros", "Le 1er\u00a0mars, 40\u202f000\u00a0euros"),
        ("Peut-on <b>y aller</b>-t-il", "Peut\u2011on <b>y aller</b>\u2011t\u2011il"),
        ("Au-dessus, week-end, Hauts-de-Seine, mi-mars", None),
        ("En 2024 on dit a-b, https://a.example/dit-il, x-vous@y.example", None),
        ("12 anses, 3 oncles, 5 moissons", None),
    ],
)
def test_lines_part_no_inversion_and_no_number_from_what_it_counts(typed, shown):
    assert french_html(typed) == (shown or typed)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Vraiment  ?", "Vraiment\u202f?"),
        ("Vraiment\u00a0? Oui\u00a0; non", "Vraiment\u202f? Oui\u202f; non"),
        ("Notez\u202f: «\u202foui\u202f»", "Notez\u00a0: «\u00a0oui\u00a0»"),
        ("Vraiment ?! Si... ?", "Vraiment\u202f?! Si…\u202f?"),
        ('"Tu viens ?", dit-il.', "«\u00a0Tu viens\u202f?\u00a0», dit-il."),
        ("Qu'est-ce que l'\"idée\" ?", "Qu’est-ce que l’«\u00a0idée\u00a0»\u202f?"),
        ("« Ouvre le dialogue", "«\u00a0Ouvre le dialogue"),
        ("1 234 567 € pour 3 km", "1\u202f234\u202f567\u00a0€ pour 3\u00a0km"),
        ("35 000 € et 2 millions", "35\u202f000\u00a0€ et 2\u00a0millions"),
        ("Le réseau - enfin - tient.", "Le réseau –\u00a0enfin\u00a0– tient."),
        ("Du dimanche 1 mars au 1 avril 2026", "Du dimanche 1er mars au 1er avril 2026"),
        ("Peut-être - c'est-à-dire non.", "Peut-être –\u00a0c’est-à-dire non."),
    ],
)
def test_rules_meet_in_one_text(typed, shown):
    assert french(typed) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "À 14:30, score 2:1.",
        "Le XXIe siècle, 3e étage.",
        "Les 11 mars et 21 mai, le 1er août, 1 maison, 1,1 marsouin, version 2.1 mai 2026.",
        "En 2024 300 foyers, au 06 12 34 56 78.",
        "Yahoo! dit What? dans Notes: rien.",
        "Un sourire :) un clin d’œil ;-)",
        "https://exemple.fr/a?b='c'...d et l'auteur@exemple.fr",
        "Voir www.exemple.fr/l'essai...",
        'Un écran de 15" ici.',
        'Une marque " seule.',
        "De 10 - 20, peut-être.",
        "De Lyon à Metz, plan D Paris",
        "- un point de liste",
        "Suite....",
        "C'",
        "Déjà juste\u202f? «\u00a0Oui\u00a0»\u00a0: 155\u202f000 – 50\u00a0%…",
        "%(answer)s %(question)s {name} 10 %(unit)s",
    ],
)
def test_what_is_no_matter_of_a_rule_stays(text):
    assert french(text) == text


SIGNS = [
    *(" ", " ", "\u00a0", "\u202f", "\n", '"', "'", "...", "«", "»", "?", "!", ";", ":", "-", "–"),
    *("a", "b", "M.", "Mme ", "Dupont", "1", "23", "155", "000", "%", "h", "n°", "p. ", "(", ")"),
    *(
        "-t-",
        "il",
        "-vous",
        " ans",
        " mars",
        "x@y.example",
        "https://a.example/?c",
        "km",
        "“",
        "”",
        "…",
        ",",
    ),
]
TAGS = ["<b>", "</b>", "<p>", "</p>", "<code>", "</code>", "<i lang='en'>", "</i>", "<!-- a ? -->"]


def test_applied_twice_is_applied_once_whatever_was_typed():
    chance = random.Random(1)  # noqa: S311 (no secret)
    for _ in range(3000):
        text = "".join(chance.choices(SIGNS, k=chance.randint(1, 14)))
        assert french(french(text)) == french(text)
        html = "".join(chance.choices([*SIGNS, *TAGS], k=chance.randint(1, 14)))
        assert french_html(french_html(html)) == french_html(html)
        assert re.findall(r"<[^>]*>", french_html(html)) == re.findall(r"<[^>]*>", html)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.typed)
def test_no_rule_looks_further_than_a_fixed_number_of_characters(rule):
    """So the time grows with the length of a text, never with its square."""
    outside = re.sub(r"\\.|\[(?:\\.|[^\]])+\]", "x", rule.pattern.pattern)
    assert not re.search(r"\*|(?<!\})\+|\{\d*,\}", outside)


@pytest.mark.parametrize(
    "typed", [" ", '"', "'", "1 ", "000 ", " - ", "« ", " ?", "<", "<a ", "<!--"]
)
def test_a_text_of_nothing_else_is_read_through(typed):
    assert french("a" + typed * 50_000 + "b").startswith("a")
    assert french_html("a" + typed * 50_000 + "b").startswith("a")
