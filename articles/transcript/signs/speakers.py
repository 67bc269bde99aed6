"""Who of those that are named asks, who answers, and who only says something in between."""

from collections import defaultdict

from articles.transcript.lines import Role
from articles.transcript.signs.labels import VOICE
from articles.transcript.signs.names import as_written, stands_for
from articles.transcript.signs.words import ANSWERER, ASKER, plain


def assign(passages, newsroom, people, bylines):
    """Give each labelled passage its speaker and role; those without a label go on.

    ``people`` and ``bylines`` are the names above the interview: who answers, who asks.
    """
    turns = defaultdict(list)
    for passage in passages:
        if passage.label:
            turns[plain(passage.label)].append(passage)
    if not turns:
        return False
    names = {
        key: named(said[0].label, newsroom, [*bylines, *people]) for key, said in turns.items()
    }
    roles = roles_of(turns, names, newsroom, people, bylines)
    fill_in(names, roles, newsroom, people, bylines)
    speaking = None
    for passage in passages:
        if passage.label:
            speaking = names[plain(passage.label)], roles[plain(passage.label)]
        if speaking and passage.is_open and passage.paragraph.kind in ("text", "item", "cell"):
            passage.speaker, passage.role = speaking
    return True


def named(label, newsroom, known):
    """Return the name that ``label`` stands for; where none is known, it as it is written."""
    for name in [*newsroom[:1], *known]:
        if stands_for(label, name):
            return name
    if plain(label).replace(" ", "") in map(plain, newsroom):
        return newsroom[0]
    return as_written(label)


def roles_of(turns, names, newsroom, people, bylines):
    """Return {key of a label: role}."""
    roles, shares, asked = {}, {}, {}
    for key, said in turns.items():
        letters = key.rstrip("0123456789 ")
        if VOICE.match(key):
            roles[key] = Role.OTHER
        elif letters in ASKER or names[key] in [*newsroom, *bylines]:
            roles[key] = Role.QUESTION
        elif letters in ANSWERER or names[key] in people:
            roles[key] = Role.ANSWER
        asked[key] = sum(map(asks, said))
        shares[key] = asked[key] / len(said)
    open_ = [key for key in turns if key not in roles]
    if Role.QUESTION not in roles.values():
        first = next(iter(turns))
        asker = max(open_ or turns, key=lambda key: (shares[key] * asked[key], key == first))
        roles[asker] = Role.QUESTION
    for key in open_:
        if key not in roles:
            roles[key] = other(key, turns, shares, roles)
    return roles


def asks(passage):
    return passage.asks or "?" in passage.text[-120:]


def other(key, turns, shares, roles):
    """Return the role of a speaker whom nothing names: by what is said, and how much of it."""
    if shares[key] >= 0.6 and len(turns[key]) > 1:
        return Role.QUESTION
    if Role.ANSWER not in roles.values():
        return Role.ANSWER
    most = max(len(said) for said in turns.values())
    return Role.OTHER if len(turns[key]) * 4 <= most or len(turns[key]) == 1 else Role.ANSWER


def fill_in(names, roles, newsroom, people, bylines):
    """Give those who are only “Q” and “R” their names, where there is one that it can be."""
    for key in [key for key in names if names[key] not in newsroom]:
        letters = key.rstrip("0123456789 ")
        if letters in ASKER | ANSWERER and plain(names[key]).rstrip("0123456789 ") in letters:
            known = bylines if roles[key] == Role.QUESTION else people
            names[key] = known[0] if len(known) == 1 else ""
