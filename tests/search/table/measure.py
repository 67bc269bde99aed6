"""Print how well readers find what they mean: `make search-table`.

Every query of `queries.toml` is asked of the demo site with the corpus, on SQLite and, where
DATABASE_URL names one, on PostgreSQL; of Wagtail's stock search in the same run. Half of the
queries is kept apart: nobody tunes by them, so nothing but their numbers is ever printed.
ARGS=--failing lists what fails of the other half.
"""

import json
import os
import subprocess
import sys
from collections import defaultdict

from tests.load.database import ROOT, database, start_django

LISTED = 10
GOALS = {"in the first three": 96, "at the first place": 85}


def main(arguments):
    """Measure on each database in a process of its own; return whether the goals are met."""
    if "--one" in arguments:
        return json.dump(measured(), sys.stdout)
    urls = dict.fromkeys(["", os.environ.get("DATABASE_URL", "")])
    found = {url.split(":")[0] or "sqlite": run(url) for url in urls}
    start_django()
    from tests.search.table.corpus import queries

    asked = queries()
    ok = True
    for name, one in found.items():
        write(f"\n{name}: {one['about']}")
        ok &= table(asked, one)
    lists = [one["ours"] for one in found.values()]
    same = sum(
        all(some[place] == lists[0][place] for some in lists[1:]) for place in range(len(asked))
    )
    if len(found) > 1:
        write(f"\nthe same list on both databases: {same} of {len(asked)}")
    if "--failing" in arguments:
        failing(asked, next(iter(found.values())))
    return ok and same == len(asked)


def run(url):
    command = [sys.executable, "-m", "tests.search.table.measure", "--one"]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url},
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def measured():
    """Return what each query finds, ours and stock, and about the index, of one database."""
    start_django()
    from tests.search.table import asking, corpus

    with database("cyberworkers_search"):
        corpus.load()
        return asking.everything(corpus.queries())


def table(asked, found):
    """Print the share of queries by half, kind and language; return whether the goals are met."""
    groups = defaultdict(list)
    for place, one in enumerate(asked):
        for group in (f"{one.half}: all", f"{one.half}, {one.language}", f"{one.half}: {one.kind}"):
            groups[group].append(place)
    write(f"{'':34}{'queries':>8}{'first':>8}{'in 3':>8}{'nothing':>9}{'stock in 3':>12}")
    for group in sorted(groups, key=lambda name: (name.split(",")[0].split(":")[0], name)):
        places = groups[group]
        ours = [rank(asked[place], found["ours"][place]) for place in places]
        stock = [rank(asked[place], found["stock"][place]) for place in places]
        nothing = [not found["ours"][place] for place in places]
        columns = [one == 1 for one in ours], [one < 4 for one in ours], nothing
        shares = [f"{100 * sum(one) / len(places):.0f} %" for one in columns]
        also = f"{100 * sum(one < 4 for one in stock) / len(places):.0f} %"
        write(f"{group:34}{len(places):8}{shares[0]:>8}{shares[1]:>8}{shares[2]:>9}{also:>12}")
    passages = [place for place, one in enumerate(asked) if one.passage]
    led = sum(found["passages"][place] == asked[place].passage for place in passages)
    write(f"the passage asked for: {led} of {len(passages)}")
    ranks = [rank(one, found["ours"][place]) for place, one in enumerate(asked)]
    three = 100 * sum(one < 4 for one in ranks) / len(asked)
    first = 100 * sum(one == 1 for one in ranks) / len(asked)
    nothing = 100 * sum(not one for one in found["ours"]) / len(asked)
    write(f"all: {three:.1f} % in the first three, {first:.1f} % first, {nothing:.1f} % nothing")
    return three >= 96 and first >= 85 and nothing <= 1


def rank(one, addresses):
    """Return at which place of ``addresses`` an expected page stands, from 1; 99 for none."""
    for place, address in enumerate(addresses, 1):
        if address in one.expected or address.rstrip("/").rpartition("/")[2] in one.expected:
            return place
    return 99


def failing(asked, found):
    write("\nOf the half for tuning, not first:")
    for place, one in enumerate(asked):
        if one.half == "tuning":
            at = rank(one, found["ours"][place])
            passage = one.passage and found["passages"][place] != one.passage
            if at > 1 or passage:
                write(f"  {at:>2} [{one.kind}] {one.query!r} → {list(one.expected)}")
                write(f"      {found['ours'][place][:3]}")
            if passage:
                write(f"      passage {one.passage!r}, not {found['passages'][place]!r}")


def write(line):
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1:]) is not False else 1)
