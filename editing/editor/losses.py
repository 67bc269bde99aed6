"""What a text holds that a later one no longer does: whole blocks, or many words."""

import json
import re
from collections import Counter

from editing.text import AROUND

MANY = 15  # words
WORD = re.compile(r"\w+")
TAG = re.compile(r"<[^>]*>")


def is_large(before, after):
    """Return whether much of ``before``, the content of a revision, is gone in ``after``."""
    if identities(before) - identities(after):
        return True
    return (words(before) - words(after)).total() >= MANY


def identities(content):
    """Return the identities of all blocks in the content of a revision."""
    return {one["id"] for one in walk(content) if isinstance(one, dict) and one.get("id")}


def words(content):
    """Return how often each word stands in the content of a revision."""
    texts = (TAG.sub(" ", one) for one in walk(content) if isinstance(one, str))
    return Counter(word for text in texts for word in WORD.findall(text))


def walk(content):
    """Yield every block and every text that the content of a revision holds."""
    for name, value in content.items():
        if name not in AROUND:
            yield from inside(stored(value))


def inside(value):
    if isinstance(value, list):
        for one in value:
            yield from inside(one)
    elif isinstance(value, dict):
        if "value" in value:
            yield value
        for name, one in value.items():
            if name not in ("id", "type"):
                yield from inside(one)
    elif isinstance(value, str):
        yield value


def stored(value):
    """Return the blocks of a StreamField, which lie in a revision as text; else ``value``."""
    if isinstance(value, str) and value.startswith("["):
        try:
            return json.loads(value)
        except ValueError:
            pass  # somebody's words
    return value
