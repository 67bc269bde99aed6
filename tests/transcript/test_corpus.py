"""The test transcripts: truths are sound, and every word of a source is accounted for."""

import io
import re
import zipfile
from collections import Counter
from xml.etree import ElementTree

import pytest

from tests.transcript.formats import file_of, text_of
from tests.transcript.truth import KINDS, ROLES, SHAPES, truths, words

EVERY = truths()
DOCUMENTS = [truth for truth in EVERY if truth.source.suffix == ".toml"]
KEYS = {"half", "shape", "people", "interviewers", "language", "keeps", "debris"}

each = pytest.mark.parametrize("truth", EVERY, ids=lambda truth: truth.name)
each_document = pytest.mark.parametrize("truth", DOCUMENTS, ids=lambda truth: truth.name)


@each
def test_a_truth_says_what_is_known(truth):
    assert set(truth.known) <= KEYS
    assert truth.half in ("tuning", "kept")
    assert set(truth.shapes) and set(truth.shapes) <= set(SHAPES)
    assert set(truth.debris) <= set(KINDS)


@each
def test_every_paragraph_has_a_role_and_a_known_speaker(truth):
    known = {
        "answer": {"", *truth.people, *truth.debris.get("speaker", [])},
        "question": {"", "Cyberworkers", *truth.interviewers, *truth.debris.get("speaker", [])},
    }
    for one in truth.paragraphs:
        assert one.role in ROLES
        assert bool(one.speaker) <= (one.role in ("question", "answer", "other")), one
        assert one.role not in known or one.speaker in known[one.role], one


@each
def test_every_word_of_a_source_arrives_in_its_order_or_is_debris(truth):
    expected = words(" ".join(one.text for one in truth.paragraphs))
    left, debris = list(reversed(expected)), Counter()
    for word in words(text_of(truth.source)):
        if left and word == left[-1]:
            left.pop()
        else:
            debris[word] += 1
    assert list(reversed(left))[:8] == []
    named = {word for texts in truth.debris.values() for text in texts for word in words(text)}
    numbers = re.compile(r"\d+" if {"time", "number"} & set(truth.debris) else "(?!)")
    assert [one for one in debris if one not in named and not numbers.fullmatch(one)] == []


@each_document
def test_the_file_made_of_a_description_holds_its_words(truth):
    name, data = file_of(truth.source)
    found = Counter(words(rtf_text(data) if name.endswith(".rtf") else zip_text(data)))
    assert Counter(words(text_of(truth.source))) - found == Counter()


def zip_text(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [name for name in archive.namelist() if name.endswith(".xml")]
        trees = [ElementTree.fromstring(archive.read(name)) for name in parts]  # noqa: S314
    lines = (one for tree in trees for one in tree.iter() if one.tag.endswith(("}p", "}h")))
    return "\n".join("".join(piece(one) for one in line.iter()) for line in lines)


def piece(element):
    space = " " if element.tag.endswith(("}br", "}tab", "}line-break")) else ""
    inside = element.text or ""
    return f"{space}{inside}{element.tail or ''}"


def rtf_text(data):
    text = re.sub(r"\{\\\*?\\?(?:fldinst|fonttbl|pict)[^}]*\}", " ", data.decode("ascii"))
    text = re.sub(r"\\'(\w\w)", lambda found: bytes.fromhex(found[1]).decode("cp1252"), text)
    text = re.sub(r"\\u(-?\d+)\?", lambda found: chr(int(found[1]) % 65536), text)
    return re.sub(r"\\([a-z]+)(-?\d+)? ?|[{}]", lambda found: breaks(found[1]), text)


def breaks(command):
    return " " if command in ("par", "pard", "line", "tab", "cell", "row") else ""
