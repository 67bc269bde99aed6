"""What the form of the cuts says: roles and speakers of all lines, and one thing to do."""

from contextlib import suppress

from articles.transcript.lines import SPEECH, Role
from articles.transcript.paragraphs import UNSEEN

LONGEST = 120  # characters of a speaker's name


def apply(transcript, values):
    """Change ``transcript`` as ``values``, those of a posted form, say; return whether it did.

    ``role-N`` and ``speaker-N`` are of line N, ``do`` names an action: ``split:N:AT``, ``join:N``,
    ``unmark:N``, ``undo``. What names no line, or is none of these, changes nothing.
    """
    action, *numbers = values.get("do", "").split(":")
    if action == "undo":
        transcript.undo()
        return True
    cuts = transcript.cuts
    before = cuts.as_json()
    for place, line in enumerate(cuts.lines):
        role = values.get(f"role-{place}", line.role)
        speaker = UNSEEN.sub("", values.get(f"speaker-{place}", line.speaker)).strip()[:LONGEST]
        if role in Role.values:
            cuts.assign(place, role, speaker if role in SPEECH else line.speaker)
    if action in ("split", "join", "unmark") and all(map(str.isdecimal, numbers)):
        # What was not sent by the page names no line, or no place in it.
        with suppress(IndexError, TypeError, ValueError):
            getattr(cuts, action)(*map(int, numbers))
    if cuts.as_json() == before:
        return False
    transcript.change(cuts)
    return True
