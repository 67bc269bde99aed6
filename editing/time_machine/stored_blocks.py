"""The blocks of a body as a revision stores them: where each stands, and what it holds itself."""

import json
from typing import NamedTuple

from wagtail import blocks
from wagtail.fields import StreamField

SEQUENCE = (blocks.BaseStreamBlock, blocks.ListBlock)


class Spot(NamedTuple):
    """A block: as it is stored, its definition, and the sequence that it stands in.

    ``within`` names the sequence: the field, or the identity of the block around it, and names.
    """

    item: dict
    block: blocks.Block
    siblings: list
    within: tuple


class Bodies:
    """All blocks in the ``content`` of a revision of ``model``."""

    def __init__(self, model, content):
        self.fields, self.spots, self.sequences = {}, {}, {}
        for field in model._meta.fields:
            if isinstance(field, StreamField):
                self.fields[field.name] = json.loads(content.get(field.name) or "[]")
                self.enter(field.stream_block, self.fields[field.name], (field.name,))

    def enter(self, block, value, within):
        if isinstance(block, SEQUENCE) and isinstance(value, list):
            self.sequences[within] = value
            for item in value:
                kind = kind_of(block, item)
                if kind:
                    self.spots[item["id"]] = Spot(item, kind, value, within)
                    self.enter(kind, item["value"], (item["id"],))
        elif isinstance(block, blocks.BaseStructBlock) and isinstance(value, dict):
            for name, child in block.child_blocks.items():
                self.enter(child, value.get(name), (*within, name))

    def is_gone_from(self, others, identity):
        return identity in self.spots and identity not in others.spots

    def as_stored(self):
        return {name: json.dumps(items) for name, items in self.fields.items()}


def kind_of(block, item):
    """Return the definition of a block in a sequence; None without one, or without an identity."""
    if not isinstance(item, dict) or not item.get("id") or "value" not in item:
        return None
    if isinstance(block, blocks.ListBlock):
        return block.child_block
    return block.child_blocks.get(item.get("type"))


def own(block, value):
    """Return ``value`` without the blocks that stand in it."""
    if isinstance(block, SEQUENCE):
        return None
    if isinstance(block, blocks.BaseStructBlock) and isinstance(value, dict):
        return {name: own(child, value.get(name)) for name, child in block.child_blocks.items()}
    return value


def merged(block, then, now):
    """Return what ``then`` holds itself, around the blocks that stand in ``now``."""
    if isinstance(block, SEQUENCE):
        return now
    if isinstance(block, blocks.BaseStructBlock) and isinstance(then, dict):
        now = now if isinstance(now, dict) else {}
        return {
            name: merged(child, then.get(name, now.get(name)), now.get(name))
            for name, child in block.child_blocks.items()
            if name in then or name in now
        }
    return then
