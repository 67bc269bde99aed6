"""Who speaks, and whom the site knows: an existing person is proposed, a new one can be made."""

from dataclasses import dataclass

from django.utils.text import slugify

from articles.snippets import Person
from articles.transcript.signs.names import initials, stands_for
from articles.transcript.signs.words import plain

NEW, NOBODY = "new", "nobody"
LONGEST = Person._meta.get_field("name").max_length


@dataclass
class Proposal:
    """A name in the transcript with the people of the site who may be meant, the likeliest first.

    ``chosen`` is the key of one of them, NEW or NOBODY.
    """

    name: str
    known: list
    chosen: str


def propose(names, locale, may_add=True):
    """Return a Proposal for each of ``names``, in the language ``locale``."""
    people = list(Person.objects.filter(locale=locale).only("pk", "name", "role"))
    found = []
    for name in names:
        known = [person for person in people if may_be(person.name, name)]
        known.sort(key=lambda person: plain(person.name) != plain(name))
        chosen = str(known[0].pk) if known else NEW if may_add else NOBODY
        found.append(Proposal(name, known, chosen))
    return found


def may_be(one, other):
    """Return whether two names may be one person's: the same, or the first names as initials."""
    first, second = plain(one).split(), plain(other).split()
    if first == second:
        return True
    if len(first) < 2 or len(second) < 2 or first[-1] != second[-1]:
        return len(second) == 1 and len(first) > 1 and stands_for(other, one)
    short, long = sorted([one.rsplit(maxsplit=1)[0], other.rsplit(maxsplit=1)[0]], key=len)
    letters = "".join(part for part in plain(short) if part.isalpha())
    return letters == initials(long) or plain(long).startswith(plain(short))


def person_of(name, chosen, locale):
    """Return the Person that was ``chosen`` for ``name``, made now if need be, or None."""
    if chosen == NOBODY or not name.strip():
        return None
    if chosen != NEW:
        return Person.objects.filter(pk=chosen, locale=locale).first()
    name = name.strip()[:LONGEST]
    same = Person.objects.filter(name__iexact=name, locale=locale).first()
    return same or Person.objects.create(name=name, slug=free_slug(name, locale), locale=locale)


def free_slug(name, locale):
    """Return an address that no person has in the language ``locale``."""
    stem = slugify(name)[: LONGEST - 5] or "personne"
    taken = set(Person.objects.filter(locale=locale).values_list("slug", flat=True))
    number, slug = 1, stem
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug
