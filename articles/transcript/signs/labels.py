"""Who speaks, where that stands before the words: “Q :”, “Cyberworkers :”, “M. D. –”, a name."""

import re
from collections import Counter
from itertools import takewhile

from articles.transcript.lines import Role
from articles.transcript.signs.beginnings import TIME, strip_time
from articles.transcript.signs.names import as_written
from articles.transcript.signs.words import ANSWERER, ASKER, NO_LABEL, plain

WORD = r"[\w’'.&()\[\]-]+"
TIMES = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?"
# Before a colon (“Ana Ruiz, maire :”), a time, a dash between spaces, or alone in its line.
BEFORE_COLON = re.compile(
    rf"\s*(?P<label>(?:{WORD}\s){{0,5}}{WORD})(?:,\s[^:.?!]{{2,60}}?)?\s?[:：](?=\s|$|«)\s*"
)
BEFORE_TIME = re.compile(
    rf"\s*(?P<label>(?:{WORD}\s){{0,4}}{WORD})\s*[,–—-]?\s*(?<!\d){TIMES}\s*[:–—-]?\s*"
)
BRACKETED = re.compile(rf"\s*[\[(](?P<label>(?:{WORD}\s){{0,3}}[\w’'.-]+)[\])]\s*[:–—-]?\s+")
CAPITALS = re.compile(r"\s*(?P<label>[A-ZÀ-Þ’'-]{3,20}(?:\s[A-ZÀ-Þ’'-]{2,20}){0,3})\s?[.,]\s+")
BEFORE_DASH = re.compile(rf"\s*(?P<label>(?:{WORD}\s){{0,3}}{WORD})\s?[.]?\s?[–—-]\s+")
BEFORE_POINT = re.compile(r"\s*(?P<label>[QRA]\d{0,2})\s?[.)/]\s*(?=\S)")
ALONE = re.compile(rf"\s*(?P<label>(?:{WORD}\s){{0,4}}{WORD})\s*[:.]?\s*$")
# What stands between a name in bold and the words.
BOLD = re.compile(r"\s*[:：.–—-]?\s*")
SIGNS = (BEFORE_COLON, BEFORE_TIME, BRACKETED, BEFORE_POINT, CAPITALS, BEFORE_DASH, ALONE)
LONGEST = 45  # characters of a label
LETTERS = re.compile(r"[A-ZÀ-Þ](?:\.?[ -]?[A-ZÀ-Þ]){0,3}\.?$")
NUMBERED = re.compile(
    r"(?:intervenante?|(?:inter)?locut(?:eur|rice)|orateur|oratrice|personne|speaker|voix|voice|participante?"
    r"|spk|person)[ _-]?(?:\d{1,2}|[a-d])$|unknown(?: speaker)?$|inconnue?$"
)
VOICE = re.compile(
    r"(?:une?|le|la|l'|des|a|the|an)\s?(?:autre\s|other\s)?(?:voix|voice|auditeur|auditrice|salle|voisin|"
    r"public|audience|spectateur|spectatrice|habitante?|eleve|etudiante?|participante?|lecteur|"
    r"lectrice|collegue|voisine?|visiteur|visiteuse|passante?|cliente?|enfant|listener|reader|"
    r"student|colleague)\b|voix (?:off|dans)|(?:dans la )?salle$|public$|audience$"
)
NAMELIKE = re.compile(r"(?:(?:d[eu]s?|l[ea]s?|van|von|M\.|Mme|Dr)\s|d[’'])*[A-ZÀ-Þ]")


def find(passages, newsroom, people):
    """Find the labels of ``passages``, and take them for marks.

    ``newsroom`` are the names of the site itself, ``people`` those that stand above. A label is
    what is one by itself, or what comes twice.
    """
    found = [(one, *candidate(one)) for one in passages if not one.role]
    counts = Counter(plain(label) for _one, label, _end in found if label)
    known = ASKER | ANSWERER | set(map(plain, [*newsroom, *people]))
    good = {key for key, count in counts.items() if key in known or count > 1}
    for passage, label, end in first_row(found):
        if label and end == len(passage.paragraph.text) and counts[plain(label)] == 1:
            passage.role = Role.OUT
            good.discard(plain(label))
    if sum(counts[key] for key in good) < 2:
        for passage, label, end in found:
            if VOICE.match(plain(label)):
                passage.role, passage.speaker = Role.OTHER, as_written(label)
                passage.skip(end)
        return
    for passage, label, end in found:
        key = plain(label)
        alone = end == len(passage.paragraph.text)
        if passage.role:
            continue
        if key in good or (label and not alone and speaks_once(label, passage)):
            passage.label = label
            passage.skip(end)
            strip_time(passage)


def first_row(found):
    """Return those of ``found`` that are in the first row of a table: what it says is in it."""
    cells = [one for one in found if one[0].paragraph.kind == "cell"]
    columns = [one[0].paragraph.level for one in cells]
    row = [cell for place, cell in enumerate(cells) if columns[: place + 1] == [*range(place + 1)]]
    return row if len(row) > 1 else []


def candidate(passage):
    """Return what may be the label of ``passage`` and where it ends, or "" and 0."""
    text, runs = passage.text, passage.paragraph.between(passage.start, passage.end or 10**9)
    lead = "".join(run.text for run in takewhile(lambda run: run.bold, runs))
    if 0 < len(lead) < min(LONGEST, len(text)) and is_label(lead.strip(" \u00a0:"), BOLD, passage):
        return lead, passage.start + BOLD.match(text, len(lead)).end()
    for sign in SIGNS:
        if (match := sign.match(text)) and is_label(match["label"], sign, passage):
            return match["label"], passage.start + match.end()
    return "", 0


def is_label(label, sign, passage):
    key = plain(TIME.sub(" ", label)) if len(label) <= LONGEST else ""
    if not key or key in NO_LABEL - ASKER - ANSWERER:
        return False
    if key in ASKER | ANSWERER or re.fullmatch(r"(?:q|r|a|question|reponse|answer) ?\d{1,2}", key):
        return sign is not ALONE or len(key) > 1
    if sign is BEFORE_POINT:
        return False
    if LETTERS.match(label.strip()) or NUMBERED.match(key):
        return True
    if VOICE.match(key) and sign is not ALONE:
        return True
    name = as_written(label)
    words = name.split()
    like = bool(NAMELIKE.match(name)) and sum(word[0].isupper() for word in words) * 2 >= len(words)
    if sign is ALONE:
        capitals = re.sub(r"\W", "", label).isupper()
        return like and len(words) <= 4 and (capitals or passage.is_bold or "?" not in label)
    return like


def speaks_once(label, passage):
    """Return whether ``label``, which comes once, is a name all the same: it is set apart."""
    words = [word for word in as_written(label).split() if word[0].isupper()]
    if VOICE.match(plain(label)):
        return True
    end = passage.start + len(label)
    is_bold = all(run.bold for run in passage.paragraph.between(passage.start, end))
    return is_bold or len(words) > 1 or label.isupper()
