"""The site beside floors that are made on the spot, in one run: prints Markdown.

The floors: a constant Django view, the page of a bare `wagtail start`, a plain Django form with
one insert, a bare WSGI answer in the site's own server, a static file of nginx. What serves and
what is measured runs on one core, wrk on another. docs/performance.md says how to read it.
DATABASE_URL and CACHE_URL choose the site's database server and cache; a database is made there
and removed.
"""

import argparse
import sys
import tempfile
from datetime import date

from tests.bench import inside, outside, promises, report, searches
from tests.bench.gauges import memory, wrk
from tests.bench.gauges.cores import serving_and_asking
from tests.bench.pages import DEMO, PAGES
from tests.bench.site import Copy, database

ALL_SIZES = "16,100,1000,10000"


def options():
    parser = argparse.ArgumentParser(
        prog="make bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    add = parser.add_argument
    add("--quick", action="store_true", help="the demo's interviews only, in about three minutes")
    add("--sizes", help=f"numbers of interviews, with commas; {DEMO} is the demo ({ALL_SIZES})")
    add("--rounds", type=int, help="interleaved rounds of which the medians are taken (5; quick 3)")
    add("--times", type=int, help="calls a round, of which the least counts (7; quick 2)")
    add("--seconds", type=int, help="of wrk for each server and round (4; quick 1)")
    add("--requests", type=int, help="mixed requests before memory is read (20000; quick 2000)")
    add("--inside", action="store_true", help="only the part in process: without wrk and servers")
    add("--strict", action="store_true", help="end with status 1 when a promise is not held")
    chosen = parser.parse_args()
    quick = chosen.quick
    sizes = chosen.sizes or (str(DEMO) if quick else ALL_SIZES)
    chosen.sizes = [int(size) for size in sizes.split(",")]
    chosen.rounds = chosen.rounds or (3 if quick else 5)
    chosen.times = chosen.times or (2 if quick else 7)
    chosen.seconds = chosen.seconds or (1 if quick else 4)
    chosen.requests = chosen.requests or (2_000 if quick else 20_000)
    chosen.patience = 25 if quick else 1_200  # seconds for these requests
    return chosen


def main():
    chosen = options()
    if not sys.platform.startswith("linux"):
        sys.exit("make bench reads /proc and chooses cores: it needs Linux.")
    with (
        tempfile.TemporaryDirectory(prefix="cyberworkers-bench-") as folder,
        database(folder) as url,
    ):
        held = bench(chosen, folder, url)
    sys.exit(chosen.strict and not held)


def bench(chosen, folder, url):
    """Measure and say everything; return whether no promise was seen to be broken."""
    core, other = serving_and_asking()
    say(f"## {date.today()}, {url.partition(':')[0]}, core {core} serves, core {other} asks\n\n")
    copy = Copy(folder, url)
    starts = [copy.start(core) for _ in ("first", "second")]
    sizes, places, answer = in_process(chosen, folder, copy, core)
    served, mixed = {}, None
    if chosen.inside or not wrk.is_here():
        say("Over HTTP nothing was measured: that needs wrk, and no --inside.\n\n")
    else:
        served, mixed = over_http(chosen, folder, copy, (core, other), places, answer)
        say(f"### Over HTTP\n\n{report.of_servers(served)}\n")
    say(f"### Start and memory\n\n{report.of_processes(starts, mixed)}\n")
    made = promises.of_all(sizes, served, starts, mixed)
    say(f"### Promises\n\n{promises.table(made)}")
    return all(one.held is not False for one in made)


def in_process(chosen, folder, copy, core):
    """Measure every page at every size; return ({size: (floors, pages, searches)}, addresses,
    answer).

    The answer is the interview's, compressed, as the site with its store sends it.
    """
    sizes = {}
    with inside.floors(folder, core, copy.database) as subjects:
        for size in chosen.sizes:
            with inside.site(copy, core) as (uncached, stored):
                places = inside.prepared(uncached, size)
                tasks = inside.floor_tasks(subjects, chosen.times)
                tasks |= inside.page_tasks(uncached, stored, places, chosen.times)
                pages = inside.measured(tasks, chosen.rounds)
                inside.check_acceptance(uncached)
                searched = searches.measured(uncached, chosen.times)
                answer = inside.compressed(stored, places["interview"])
            floors = {name: pages.pop(name) for name in subjects}
            sizes[size] = floors, pages, searched
            say(f"### {size:,} interviews\n\n{report.of_floors(floors)}\n")
            say(f"{report.of_pages(floors, pages)}\n{report.of_searches(searched)}\n")
    return sizes, places, answer


def over_http(chosen, folder, copy, cores, places, answer):
    """Measure the servers, then the memory of the site's after mixed requests."""
    core, other = cores
    with outside.servers(folder, copy, core, places["interview"], answer) as found:
        served = outside.measured(found, other, chosen.seconds, chosen.rounds)
    paths = [places.get(page.path, page.path) for page in PAGES if page.mixed]
    with copy.served(core) as (url, process):
        mixed = memory.growth(url, process, other, paths, chosen.requests, chosen.patience)
    return served, mixed


def say(text):
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
