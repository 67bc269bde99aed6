"""What stands above and below an interview: title, standfirst, introduction, bylines, notes."""

import re
from itertools import pairwise

from articles.transcript.lines import Role
from articles.transcript.signs.headings import is_short
from articles.transcript.signs.words import BY, folded, plain

TITLE = 170  # characters
NOTE = re.compile(
    r"\W*(?:ndlr|note|n\.b\.|nb|p\.-?s\.|bio(?:graphie)?|repere|pour (?:en savoir|aller) plus|"
    r"photos?|credits?|illustration|legende|texte|traduction|transcription|source|retrouvez|"
    r"entretien (?:realise|condense|edite|mene|relu|paru)|cet entretien|cette conversation|"
    r"propos (?:recueillis|edites|condenses)|recueilli|interview(?:ed)? by|edited|editor's note|"
    r"this (?:interview|conversation)|translated|son (?:dernier )?(?:livre|site|ouvrage)|"
    r"(?:dernier |a )(?:ouvrage|livre|paraitre))\b"
)


def head(passages, people):
    """Give the passages above the interview their roles: title, standfirst, then notes."""
    texts = [one for one in passages if one.is_open]
    if not texts:
        return
    title = next((one for one in texts if one.paragraph.kind == "title"), None)
    title = title or next((one for one in texts if first_heading(one)), None)
    if title is None and looks_like_title(texts[0]):
        title = texts[0]
    if title is not None:
        title.role = Role.TITLE
    for passage in texts:
        if passage is title:
            continue
        before = title is not None and passage.place < title.place
        has_standfirst = any(one.role == Role.STANDFIRST for one in texts)
        byline = is_note(passage) or passage.paragraph.kind == "caption"
        is_first = not (before or byline or has_standfirst)
        passage.role = Role.STANDFIRST if is_first else Role.NOTE
        closes = passage is texts[-1] and is_short(passage) and not byline
        if has_standfirst and (closes or passage.paragraph.kind == "heading"):
            passage.role = Role.HEADING
        if before and not byline:
            passage.role = Role.OUT  # a rubric, a date: what stands above a title is no text


def first_heading(passage):
    return passage.paragraph.kind == "heading" and passage.paragraph.level == 1


def looks_like_title(passage):
    """Return whether ``passage`` is short and ends no sentence."""
    text = passage.text.strip()
    plain_ = not (passage.item or passage.dash or passage.quoted)
    return plain_ and len(text) <= TITLE and not text.endswith((".", ":", ",", ";"))


def tail(passages, people):
    """Give what stands below an interview its role, from the end on: notes of the newsroom."""
    for passage in reversed([one for one in passages if not one.role]):
        if passage.paragraph.kind == "picture":
            continue
        if not (is_note(passage) or is_biography(passage, people)):
            return
        passage.role = Role.NOTE


def is_note(passage):
    text = folded(passage.text[:400].strip())
    by = bool(BY.match(text)) or bool(re.fullmatch(r"(?:par|by) [\w' .-]{4,90}", text))
    return by or bool(NOTE.match(text)) or bool(re.fullmatch(r"[\[(].*[\])]\.?", text))


def is_biography(passage, people):
    """Return whether it tells of the person: it begins with the name, or is set apart."""
    text = plain(passage.text)
    named = any(text.startswith(plain(name) + " ") for name in people)
    return (named or passage.paragraph.is_italic) and not passage.asks and not passage.label


def captions(passages):
    """What stands below a picture and says so is a note."""
    for before, passage in pairwise([None, *passages]):
        below = before is not None and before.paragraph.kind == "picture"
        says = below and (passage.paragraph.is_italic or is_note(passage) or ends_open(passage))
        if passage.is_open and (passage.paragraph.kind == "caption" or says):
            passage.role = Role.NOTE


def ends_open(passage):
    return len(passage.text) < 160 and passage.text.rstrip()[-1:].isalnum()
