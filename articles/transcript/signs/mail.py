"""What mail programmes write around an interview that was made by mail."""

import re

from articles.transcript.lines import Role
from articles.transcript.signs.names import names_in
from articles.transcript.signs.words import folded

LONGEST = 250  # characters
HEADER = re.compile(
    r"\W*(?:de|from|a|to|cc|cci|bcc|objet|subject|date|envoye(?: le)?|sent|repondre a|reply-to)"
    r"\s?:\s"
)
SENDER = re.compile(r"\W*(?:de|from)\s?:\s")
WROTE = re.compile(
    r"\W*(?:le|on|am)\s.{4,200}\b(?:a ecrit|wrote)\s?:?\s*$"
    r"|\W*(?:a ecrit|wrote)\s?:\s*$|\W*(?:le|on)\s.{4,60}\d.{0,80}<\S+@\S+>\W*$"
    r"|\W*-{2,}\s*(?:message|original|forwarded|message transfere|message d'origine).*$"
)
GREETING = re.compile(
    r"(?:re-?)?(?:bonjour|bonsoir|chere?s?|salut|hello|hi|dear|good (?:morning|evening))\b"
    r"[^.?!]{0,60}[,!.]?$"
)
CLOSING = re.compile(
    r"(?:(?:bien )?(?:cordialement|a vous|amicalement|a toi)|(?:tres )?cordialement|salutations|"
    r"(?:meilleures|sinceres) salutations|belle journee|bonne (?:journee|soiree|reception|lecture)|"
    r"a bientot|amities|bises|merci (?:encore|d'avance)|(?:kind|best|warm) (?:regards|wishes)|"
    r"regards|cheers|all the best|yours(?: \w+)?|sincerely|thanks(?: again)?|best|take care)"
    r"\b[^.?]{0,40}[,!.]?$"
)
SIGNATURE = re.compile(
    r"--\s*$|_{5,}|envoye de (?:mon|ma)|sent from my|obtenez outlook|get outlook"
)


def leave_out(passages):
    """Leave out what is mail; return the names of who wrote it, and of whom they answered.

    Nothing is left out where there is neither a header nor who wrote what.
    """
    telling = [one for one in passages if is_header(one) or wrote(one)]
    if not telling:
        return [], []
    writers, askers = people(telling)
    quoted = [number for number, one in enumerate(passages) if one.quoted]
    begun = quoted or [number for number, one in enumerate(passages) if begins(one)]
    first = begun[0] if begun else len(passages)
    for passage in passages[:first]:
        passage.role = Role.OUT
    for passage in telling:
        passage.role = Role.OUT
    last = quoted[-1] if quoted else first
    for number, passage in enumerate(passages):
        text = folded(passage.text[:LONGEST].strip())
        if number > last and (CLOSING.match(text) or SIGNATURE.match(text)):
            for rest in passages[number:]:
                rest.role = Role.OUT
            break
        if GREETING.match(text) or CLOSING.match(text) or SIGNATURE.match(text):
            passage.role = Role.OUT
    return writers, askers


def is_header(passage):
    return len(passage.text) < LONGEST and bool(HEADER.match(folded(passage.text)))


def wrote(passage):
    return len(passage.text) < LONGEST and bool(WROTE.match(folded(passage.text)))


def begins(passage):
    """Return whether the interview may begin here: with a question that was quoted or asked."""
    is_mail = is_header(passage) or wrote(passage)
    is_greeting = GREETING.match(folded(passage.text[:LONGEST].strip()))
    return not (is_mail or is_greeting) and (
        bool(passage.item) or (passage.asks and len(passage.text) < 350)
    )


def people(telling):
    """Return the names of those who wrote the mail, and of those whose mail it answers."""
    writers, askers = [], []
    for passage in telling:
        names = (
            names_in(passage.text)[-1:] if not is_header(passage) else names_in(passage.text)[:1]
        )
        if SENDER.match(folded(passage.text)):
            writers += names
        elif not is_header(passage):
            askers += names
    return writers[:1], [name for name in askers if name not in writers[:1]][:1]
