"""Prove that every address is right at once, whatever changes, and however.

`python -m tests.load.changes [--changes 500] [--seed N] [--slow]` makes changes of every kind
(`tests.changes`) through the CMS, the worker's functions and the shell, while readers ask the real
web server, which runs in two processes, with DATABASE_URL's kind of database. After each change
it compares what the processes answer at a choice of addresses with what is rendered here and now,
from the database alone. Processes are killed in between, and some changes are made two at once.
With ``--slow`` each statement of a rendering waits, so that changes fall into it.
"""

import argparse
import contextlib
import os
import random
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from tests.load.database import database, environment, report, start_django

SETTINGS = "tests.load.shared_settings"
INTERVIEWS = 14  # more than a page of the list holds
COMPARED = 9  # addresses after each change
EACH_KILL, EACH_PAIR = 25, 12  # one in so many changes
MOST_DIFFERENCES = 20
SLOW = 0.06  # seconds at most for each statement


class Proof:
    """What is done and found; ``what`` is the change that was made last."""

    def __init__(self, web, world, reference):
        self.web, self.world, self.reference = web, world, reference
        self.count = Counter()
        self.by_kind = Counter()
        self.refused = Counter()
        self.warm = Counter()
        self.looked_at = {}
        self.what = ""
        world.look_at, world.check = self.look_at, self.compare

    def look_at(self, address):
        """Let it be kept, with the pictures that were missing."""
        from tests.steps.pictures import make_all

        self.looked_at[address] = None
        self.web.get(address)
        make_all()
        self.web.get(address)

    def run(self, kinds, changes):
        number = 0
        while number < changes and self.count["differences"] < MOST_DIFFERENCES:
            self.looked_at = dict.fromkeys([*self.looked_at][: COMPARED // 2])
            for address in self.world.choose(COMPARED - len(self.looked_at)):
                self.look_at(address)
            if self.world.random.randrange(EACH_KILL) == 0:
                self.web.kill_one()
            self.web.start_asking(self.world.choose(COMPARED))
            time.sleep(random.uniform(0, SLOW))
            names = self.draw(kinds)
            self.what = f"change {number}, {' and '.join(names)}"
            self.make(kinds, names)
            number += len(names)
            self.world.note_addresses()
            self.compare()
        self.web.end_asking()
        self.what = "the end"
        self.web.wait_for_both()
        self.looked_at = dict.fromkeys(self.world.addresses)
        self.compare()

    def draw(self, kinds):
        """Return the names of one kind of change, or of two that are made at once."""
        one, other = self.world.random.choices(list(kinds), k=2)
        at_once = self.world.random.randrange(EACH_PAIR) == 0
        return [one, other] if at_once and not self.in_each_others_way(kinds, one, other) else [one]

    @staticmethod
    def in_each_others_way(kinds, one, other):
        # Two that move rows of Wagtail's tree at once would leave it with gaps.
        return kinds[one].of_tree and kinds[other].of_tree

    def make(self, kinds, names):
        from cyberworkers.store import generation

        self.world.ready()
        before = generation.current()
        if len(names) == 1:
            self.attempt(kinds[names[0]].change, names[0])
            if not kinds[names[0]].seen:
                self.count["unseen"] += 1
                self.warm[names[0]] += generation.current() != before
            return
        self.count["pairs"] += 1
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda name: self.attempt_apart(kinds[name].change, name), names))

    def attempt(self, change, name):
        """Make a change. One that is refused is fine, as long as all see the same afterwards."""
        self.by_kind[name] += 1
        try:
            change(self.world)
        except Exception as error:
            self.refused[f"{name}: {type(error).__name__} {str(error)[:150]}"] += 1

    def attempt_apart(self, change, name):
        from django.db import connection

        try:
            self.attempt(change, name)
        finally:
            connection.close()

    def compare(self):
        from tests.changes.reference import first_difference

        for address in [*self.looked_at]:
            right = self.reference.get(address)
            self.count["addresses"] += 1
            for _process in range(2):
                found = self.web.get(address)
                self.count["answers"] += 1
                if found and found != right:
                    self.count["differences"] += 1
                    where = first_difference(found, right)
                    sys.stdout.write(f"DIFFERENT after {self.what}: {address}: {where}\n")


def prove(folder, changes, seed, slow):
    """Make so many changes; return rows of (claim, what was seen, as it should be)."""
    from tests.changes import kinds
    from tests.changes.reference import Reference
    from tests.changes.world import World
    from tests.load.readers import Web

    values = environment("memorymail://") | {"DJANGO_SETTINGS_MODULE": SETTINGS}
    all_kinds = kinds.load()
    world = World(seed)
    world.fill(INTERVIEWS)
    started = time.monotonic()
    with Web(folder, values, SLOW if slow else 0) as web:
        proof = Proof(web, world, Reference())
        proof.run(all_kinds, changes)
    for name, times in sorted(proof.by_kind.items()):
        sys.stdout.write(f"  {name:<54}{times:>10}\n")
    for what, times in proof.refused.most_common():
        sys.stdout.write(f"  refused {times} times: {what}\n")
    cooled = {name: times for name, times in proof.warm.items() if times}
    return [
        ("seconds", round(time.monotonic() - started), None),
        ("changes", sum(proof.by_kind.values()), None),
        ("kinds of change", len(proof.by_kind), None),
        ("of all kinds", len(all_kinds), None),
        ("changes that were refused", sum(proof.refused.values()), None),
        ("pairs of changes at once", proof.count["pairs"], None),
        ("web processes killed", web.kills, None),
        ("addresses compared", proof.count["addresses"], None),
        ("answers of the two processes compared", proof.count["answers"], None),
        ("of which 304, with the body that the reader has", web.unchanged, None),
        ("changes that concern no reader", proof.count["unseen"], None),
        (f"of which cooled the store {cooled or ''}", sum(cooled.values()), 0),
        ("differences", proof.count["differences"], 0),
    ]


def main():
    options = argparse.ArgumentParser(description="Prove that every address is right at once.")
    options.add_argument("--changes", type=int, default=500)
    options.add_argument("--seed", type=int, default=random.randrange(10**6))
    options.add_argument("--slow", action="store_true")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        os.environ["PROOF_FOLDER"] = folder
        start_django(SETTINGS)
        connection = stack.enter_context(database("proof_of_changes"))
        rows = prove(folder, asked.changes, asked.seed, asked.slow)
        speed = ", rendering slowed" if asked.slow else ""
        right = report(f"{connection.vendor}, seed {asked.seed}{speed}", rows)
    sys.exit(not right)


if __name__ == "__main__":
    main()
