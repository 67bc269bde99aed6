"""What was promised of the site's speed, beside what was measured."""

from dataclasses import dataclass

from tests.bench import inside, outside, searches
from tests.bench.gauges.rounds import ratio
from tests.bench.pages import NOT_MODIFIED, PAGES
from tests.bench.table import markdown, shown

FEW, MANY = 100, 10_000
FIRST_START, SECOND_START = 30, 6  # CPU seconds
MEMORY_GROWTH = 1.05  # after N mixed requests, of what it was when all was loaded
SEARCH_QUERIES, SEARCH_GROWTH = 8, 1.5
NOISE = 0.5  # milliseconds of SQL, below which a ratio says nothing


@dataclass(frozen=True)
class Promise:
    """``figure`` is None where it was not measured; ``most`` or ``least`` is the target."""

    claim: str
    figure: float | None
    most: float | None = None
    least: float | None = None
    unit: str = ""

    @property
    def target(self):
        sign, bound = ("≥", self.least) if self.most is None else ("≤", self.most)
        return f"{sign} {bound:g}{self.unit}"

    @property
    def held(self):
        """Whether it is held; None where it was not measured."""
        if self.figure is None:
            return None
        return self.figure >= self.least if self.most is None else self.figure <= self.most


def of_all(sizes, served, starts, memory):
    """Return every promise. ``sizes``: (floors, pages, searches) by the number of interviews."""
    found = []
    for size, (floors, pages, _searched) in sizes.items():
        found += of_pages(size, floors, pages)
    found += of_growth({size: pages for size, (_floors, pages, _searched) in sizes.items()})
    found += of_searches({size: searched for size, (_floors, _pages, searched) in sizes.items()})
    return [*found, *of_servers(served), *of_processes(starts, memory)]


def of_pages(size, floors, pages):
    """Return the promises of each page at ``size`` interviews."""
    for page in PAGES:
        found, stored = pages[page.name, False], pages.get((page.name, True))
        what = f"{page.name}, {size:,} interviews"
        if page.share:
            share = ratio(floors[inside.BARE]["cpu"], found["cpu"])
            yield Promise(f"{what}: of the bare Wagtail page's speed", share, least=page.share)
        if page.queries:
            yield Promise(f"{what}: SQL queries", found["queries"], most=page.queries)
        if page.milliseconds:
            yield Promise(f"{what}: CPU", found["cpu"], most=page.milliseconds, unit=" ms")
        if page.do == "send":
            share = ratio(floors[inside.FORM_FLOOR]["cpu"], found["cpu"])
            yield Promise(f"{what}: of the plain form's speed", share, least=0.3)
        if page.status == 304:
            yield Promise(f"{what}: CPU", stored["cpu"], most=NOT_MODIFIED, unit=" ms")


def of_growth(sizes):
    """Return the promises of MANY interviews beside FEW. ``sizes``: pages by size."""
    if not {FEW, MANY} <= sizes.keys():
        return
    for page in PAGES:
        few, many = sizes[FEW][page.name, False], sizes[MANY][page.name, False]
        if page.growth:
            what = f"{page.name}, {MANY:,} beside {FEW} interviews"
            yield Promise(f"{what}: CPU", ratio(many["cpu"], few["cpu"]), most=page.growth)
            sql = ratio(max(many["sql"], NOISE), max(few["sql"], NOISE))
            yield Promise(f"{what}: SQL time", sql, most=page.growth)
            yield Promise(f"{what}: SQL queries", many["queries"], most=few["queries"])


def of_searches(sizes):
    """Return the promises of searches of many kinds. ``sizes``: `searches.measured` by size."""
    for size, found in sizes.items():
        claim = f"searches of many kinds, {size:,} interviews: SQL queries"
        yield Promise(claim, found["queries"], most=SEARCH_QUERIES)
    if not {FEW, MANY} <= sizes.keys():
        return
    few, many = sizes[FEW], sizes[MANY]
    for share in searches.SHARES:
        what = f"searches of many kinds, {MANY:,} beside {FEW} interviews, {share}"
        grown = ratio(many["cpu"][share], few["cpu"][share])
        yield Promise(f"{what}: CPU", grown, most=SEARCH_GROWTH)


def of_servers(served):
    """Return the promises of the stored interview over HTTP."""
    rate = {name: found["rate"] for name, found in served.items()}
    stored = rate.get(outside.STORED)
    for floor, least in ((outside.GUNICORN, 3), (outside.ANSWER, 0.6)):
        share = ratio(stored, rate.get(floor))
        yield Promise(f"{outside.STORED}: of the {floor}", share, least=least)
    share = ratio(rate.get(outside.BEHIND), rate.get(outside.FILE))
    yield Promise(f"{outside.BEHIND}: of its static file", share, least=0.6)


def of_processes(starts, memory):
    """Return the promises of start and memory. ``memory``: as `memory.growth` returns it."""
    bounds = zip(("first", "second"), starts, (FIRST_START, SECOND_START), strict=False)
    for which, (prepared, _answers), most in bounds:
        claim = f"{which} `make run` until the servers start: CPU"
        yield Promise(claim, prepared, most=most, unit=" s")
    if memory:
        done, _start, warm, end = memory
        claim = f"memory after {done:,} mixed requests: of what it was after a tenth of them"
        yield Promise(claim, ratio(end, warm), most=MEMORY_GROWTH)


def table(promises):
    """Return the promises as a Markdown table."""
    words = {True: "held", False: "**not held**", None: "not measured"}
    rows = [(one.claim, one.target, shown(one.figure), words[one.held]) for one in promises]
    return markdown(["promise", "target", "figure", ""], rows)
