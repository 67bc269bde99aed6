"""What the parts of a document meet of a query, and which of its passages answers best."""

from collections import defaultdict

from search.index.places import PASSAGES, TITLE

IN_ROW, OFTEN, IN_HEADING = 0.5, 0.1, 0.15  # what it adds where words are in a row, often, asked
# The same of a passage among others: the question says more of it than words that happen to meet.
ROW_WITHIN, ASKED = 0.3, 0.3
SUBJECT = 0.5  # what a word of the title tells of one passage beside the others: all are about it


def values_of_parts(places):
    """Return {number of a part: the weight of the units that it meets, more where in a row}.

    What is above the passages is one part, 0.
    """
    held = defaultdict(dict)
    for number, (_unit, where) in enumerate(places):
        for one in where:
            part = one.part if one.part >= PASSAGES else 0
            held[part].setdefault(number, []).append(one)
    return {part: value_of_part(found, places) for part, found in held.items()}


def value_of_part(found, places):
    value = 0
    for number, some in found.items():
        weight = places[number][0].weight
        often = OFTEN * min(len(some) - 1, 3)
        value += weight * (1 + often + IN_HEADING * any(one.in_heading for one in some))
        if number + 1 in found and in_row(some, found[number + 1]):
            value += IN_ROW * weight
    return value


def in_row(some, others):
    return any(
        one.part == other.part and 0 < other.word - one.word <= 3
        for one in some
        for other in others
    )


def best_passages(places):
    """Return {number: value} of the passages that meet any of ``places``, the best first.

    What the title says, or many passages hold, tells little of which of them was asked for.
    """
    held, telling = defaultdict(dict), {}
    for number, (unit, where) in enumerate(places):
        within = {one for one in where if one.part >= PASSAGES}
        spread = len({one.part for one in within})
        subject = SUBJECT if any(one.part == TITLE for one in where) else 1
        telling[number] = unit.weight * subject / max(1, spread) ** 0.5
        for one in within:
            held[one.part].setdefault(number, []).append(one)
    values = {part: value_of_passage(found, telling) for part, found in held.items()}
    return dict(sorted(values.items(), key=lambda one: (-one[1], one[0])))


def value_of_passage(found, telling):
    value = 0
    for number, some in found.items():
        often = OFTEN * min(len(some) - 1, 3)
        row = number + 1 in found and in_row(some, found[number + 1])
        asked = any(one.in_heading for one in some)
        value += telling[number] * (1 + often + ASKED * asked + ROW_WITHIN * row)
    return value
