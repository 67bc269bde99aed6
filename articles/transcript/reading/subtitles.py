"""Subtitles and what transcription tools write: cues, of which speeches are made again."""

import io
import math
import re
from contextlib import suppress
from html import unescape
from itertools import pairwise
from typing import NamedTuple

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from articles.transcript.paragraphs import Builder
from articles.transcript.reading import plain

TIMING = re.compile(r"^\s*(\d+:)?\d\d?:\d\d[.,]\d{1,3}\s*-->", re.MULTILINE)
VOICE = re.compile(r"<v(?:\.[\w.]*)?\s+([^>]+)>")
TAG = re.compile(r"<[^>]*>|\{\\an?\d\}")
# A speaker's name, a dash or a chevron at the start of a cue: another speech begins.
BEGINS = re.compile(rf"[-–—]\s|>>|[\[(]{plain.NAMES}[\])]|{plain.LABEL}")
ASKS = re.compile(r"\?[»”\"\s\u00a0\u202f]*$")
SENTENCE_END = re.compile(r"[.!?…][»”\"\u00a0\u202f\s]*$")
LONG = 0.7  # seconds: within a speech cues follow each other sooner


class Cue(NamedTuple):
    voice: str
    text: str
    start: float
    end: float


def looks_like(data):
    """Return whether ``data``, bytes of a text, are subtitles."""
    start = data[:4000].decode("latin-1")
    return len(TIMING.findall(start)) > 1 or start.lstrip("\xef\xbb\xbf").startswith("WEBVTT")


def read(data):
    """Return the speeches in ``data``, bytes of subtitles, a paragraph each."""
    text = plain.decoded(data)
    form = "vtt" if text.lstrip("\ufeff").startswith("WEBVTT") else "srt"
    found = []
    with suppress(MalformedFileError, MalformedCaptionError):
        found = webvtt.from_buffer(io.StringIO(text.lstrip("\ufeff")), format=form)
    cues = [cue for caption in found for cue in parts(caption)]
    if not cues:
        return plain.read_text(text.lstrip("\ufeff").removeprefix("WEBVTT"))
    builder = Builder()
    for cue, is_end in zip(cues, ends(cues), strict=True):
        builder.add(" " + cue.text if builder.runs else cue.text)
        if is_end:
            builder.end(speaker=cue.voice)
    return builder.paragraphs


def parts(caption):
    """Yield what each voice says in a caption."""
    start, end = (seconds(moment) for moment in (caption.start, caption.end))
    voice = ""
    pieces = VOICE.split(caption.raw_text)
    for number, piece in enumerate(pieces):
        if number % 2:
            voice = unescape(piece).strip()
            continue
        lines = unescape(TAG.sub("", piece)).splitlines()
        speeches = []
        for line in filter(str.strip, lines):
            if speeches and not BEGINS.match(line.strip()):
                speeches[-1] += f" {line.strip()}"
            else:
                speeches.append(line.strip())
        yield from (Cue(voice, speech, start, end) for speech in speeches)


def seconds(moment):
    hours, minutes, rest = str(moment).split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def ends(cues):
    """Return for each of ``cues`` whether a speech ends with it."""
    following = [*pairwise(cues), (cues[-1], None)]
    if any(cue.voice for cue in cues):
        return [next is None or cue.voice != next.voice for cue, next in following]
    if sum(bool(BEGINS.match(cue.text)) for cue in cues) > 1:
        return [next is None or bool(BEGINS.match(next.text)) for _cue, next in following]
    return by_pauses(cues)


def by_pauses(cues):
    """Return the same where nobody is named: before a question one waits the longest.

    What begins after such a wait is a question; it ends with its mark, or with the next breath.
    """
    pauses = [after.start - before.end for before, after in pairwise(cues)]
    breath = sorted(pauses)[len(pauses) // 4] if pauses else 0
    found, asking = [], True
    for cue, pause in zip(cues, [*pauses, math.inf], strict=True):
        is_end = bool(SENTENCE_END.search(cue.text)) or pause == math.inf
        waits = is_end and pause > max(LONG, 3 * breath)
        asked = is_end and asking and (ASKS.search(cue.text) or pause > breath + 0.05)
        found.append(bool(waits or asked))
        asking = waits or (asking and not asked)
    return found
