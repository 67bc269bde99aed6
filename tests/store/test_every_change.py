"""After a change of any kind, each address answers as if nothing had ever been kept.

`python -m tests.load.changes` does the same for longer, over HTTP, and with kills.
"""

import pytest

from cyberworkers.store import generation
from tests.changes import kinds
from tests.changes.reference import Reference, Seen, first_difference
from tests.changes.world import World
from tests.steps.pictures import make_all
from tests.steps.web_process import Server

pytestmark = pytest.mark.django_db

KINDS = kinds.load()
SEED, MIXED, LOOKED_AT = 13, 10, 2


class Magazine:
    """Two web processes, and a world around them."""

    def __init__(self):
        self.looked_at = {}
        self.world = World(SEED)
        self.reference = Reference()
        self.processes = Server(), Server()
        self.world.fill(interviews=3)
        self.world.look_at = self.look_at
        self.world.check = self.world.check_inside = self.compare

    def apply(self, kind):
        """Make a change of this kind, between two looks at the same addresses."""
        self.looked_at, self.kind = {}, kind
        for address in self.world.choose(LOOKED_AT):
            self.look_at(address)
        self.world.ready()
        before = generation.current()
        KINDS[kind].change(self.world)
        assert KINDS[kind].seen or generation.current() == before, f"{kind}: no longer warm"
        self.world.note_addresses()
        self.compare()

    def look_at(self, address):
        """Let both processes keep it, with the pictures that the first one missed."""
        self.looked_at[address] = None
        self.processes[0].get(address)
        make_all()
        for process in self.processes:
            process.get(address)

    def compare(self):
        for address in self.looked_at:
            right = self.reference.get(address)
            for process in self.processes:
                answer = process.get(address)
                found = Seen.of(answer["status"], answer["headers"], answer["body"])
                assert found == right, f"{self.kind}, {address}: {first_difference(found, right)}"


@pytest.fixture
def magazine(site):
    return Magazine()


@pytest.mark.parametrize("room", kinds.ROOMS)
def test_is_right_after_each_change_in_the_room(magazine, room):
    for name, kind in KINDS.items():
        if kind.room == room:
            magazine.apply(name)


def test_is_right_after_changes_of_all_rooms(magazine):
    for _number in range(MIXED):
        magazine.apply(magazine.world.random.choice(list(KINDS)))
