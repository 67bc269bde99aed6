"""The kinds of changes: functions of a `World`, by name."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

ROOMS = ("publishing", "tree", "closing", "named", "pictures", "shell", "transactions", "unseen")
KINDS = {}


class Kind(NamedTuple):
    """``seen``: whether readers may see it. ``of_tree``: whether it makes, moves or deletes pages;
    two of these at once may refuse each other.
    """

    change: Callable
    room: str
    seen: bool = True
    of_tree: bool = False


def add(change, **values):
    KINDS[change.__name__] = Kind(change, change.__module__.rpartition(".")[2], **values)
    return change


def seen(change):
    """Decorate a change that readers see, or may see."""
    return add(change)


def of_tree(change):
    return add(change, of_tree=True)


def unseen(change):
    """Decorate a change that concerns no reader: the store stays warm."""
    return add(change, seen=False)


def load():
    """Return the kinds of all rooms by their names."""
    for room in ROOMS:
        import_module(f"tests.changes.{room}")
    return KINDS
