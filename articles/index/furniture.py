"""What pages show of topics and people: plain data."""

from typing import NamedTuple


class UsedTopic(NamedTuple):
    pk: int
    name: str
    slug: str


class Speaker(NamedTuple):
    name: str
    role: str
    slug: str
    locale_id: int
