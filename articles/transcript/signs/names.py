"""Names of people: in what stands above an interview, and in the labels within it."""

import re

from articles.transcript.signs.words import BY, WHO, folded, plain

PART = r"[A-ZÀ-ÖØ-Þ][\w’']*(?:-[A-ZÀ-ÖØ-Þ]?[\w’']+)*"
SMALL = r"(?:d[’'](?=[A-ZÀ-Þ])|(?:de|du|des|la|le|van|von|der|den|el|al|ben|di|da|del|of|y)\s)"
LONGEST = 1_500  # characters of a text in which names are looked for
NAME = re.compile(
    rf"(?:{PART}|(?:[A-ZÀ-Þ]\.[ -]?){{1,3}})(?:\s+{SMALL}?{SMALL}?(?:{PART}|[A-ZÀ-Þ]\.))+"
)
# What begins a sentence with a capital, and is no first name.
FIRST = {
    *("a", "au", "aux", "avec", "apres", "avant", "c'est", "ce", "ces", "cette", "chaque", "chez"),
    *("comment", "dans", "de", "depuis", "des", "du", "elle", "elles", "en", "entre", "il", "ils"),
    *("l'", "la", "le", "les", "leur", "lui", "mais", "madame", "mme", "monsieur", "m", "nous"),
    *("on", "ou", "par", "pour", "pourquoi", "quand", "que", "qui", "sa", "sans", "selon", "si"),
    *("ses", "son", "sous", "sur", "un", "une", "vous", "et", "entretien", "interview", "propos"),
    *("rencontre", "docteur", "docteure", "professeur", "professeure", "the", "in", "at", "from"),
    *("she", "he", "they", "with", "for", "when", "since", "after", "before", "how", "why", "dr"),
    *("mr", "mrs", "ms", "photo", "texte", "maitre", "me", "pr", "this", "her", "his", "our"),
}


def names_in(text):
    """Return the names in ``text``, the first first."""
    found = []
    for match in NAME.finditer(text[:LONGEST]):
        words = match[0].split()
        while words and folded(words[0]).rstrip(".") in FIRST and not re.match(r"\w\.", words[0]):
            words.pop(0)
        if len(words) > 1 and not any(
            folded(one) in FIRST - {"la", "le", "de", "du", "des", "me"} for one in words[1:]
        ):
            found.append(" ".join(words))
    return list(dict.fromkeys(found))


def announced(text):
    """Return the names after “Entretien avec” and the like in ``text``."""
    return after(WHO, text)


def bylines(text):
    """Return the names after “Propos recueillis par” and the like in ``text``."""
    if re.fullmatch(r"\W*(?:par|by)\s.{4,90}", folded(text[:100])):
        return names_in(text)
    return after(BY, text)


def after(sign, text):
    text = text[:LONGEST]
    found = sign.search(folded(text))
    if not found:
        return []
    rest = re.split(r"[.;:(]\s", text[found.end() :] + " ", maxsplit=1)[0]
    first, names = rest.split(","), names_in(rest)
    return [name for name in names if name in first[0]] or names[:1]


def initials(name):
    return "".join(part[0] for part in re.split(r"[\s-]+", folded(name)) if part[:1].isalpha())


def stands_for(label, name):
    """Return whether ``label`` is ``name`` or what is left of it: initials, one of its parts."""
    short, whole = plain(label), plain(name)
    parts = whole.split()
    letters = re.sub(r"\W", "", short)
    skipping = "".join(part[0] for part in parts if part not in ("de", "du", "des", "la", "le"))
    return (
        short == whole
        or (len(letters) > 1 and letters in (initials(name), skipping))
        or (len(letters) == 2 and parts and letters == parts[0][0] + parts[-1][0])
        or short in (parts[0], parts[-1], " ".join(parts[1:]))
        or re.sub(r"^(?:m|mr|mme|mrs|ms|dr|me|maitre|professeur|docteur|pr)\s", "", short)
        in (whole, parts[-1], " ".join(parts[1:]))
    )


def as_written(label):
    """Return ``label`` as a name is written: no capitals throughout, no point, no brackets."""
    label = re.sub(r"\s*[\[(][^\])]*[\])]\s*", " ", label).strip(" \u00a0\u202f:[]()*–—-")
    letters = re.sub(r"\W", "", label)
    if letters.isupper() and len(letters) > 3:
        label = re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), label)
    return label if re.search(r"\b\w\.$", label) else label.rstrip(".")
