"""The part in process: CPU and SQL of every page, beside three floors."""

import re
import sys
from contextlib import ExitStack, contextmanager

from tests.bench.floors import wagtail
from tests.bench.gauges.processes import bare_environment
from tests.bench.gauges.rounds import interleaved, median
from tests.bench.gauges.subject import Subject
from tests.bench.pages import DEMO, FORM, PAGES
from tests.bench.site import APPLICATION

FIGURES = ("cpu", "sql")
OFTEN = 40  # times more calls of what takes microseconds
CONSTANT, BARE, FORM_FLOOR = "constant view", "bare Wagtail page", "plain form, accepted"


@contextmanager
def floors(folder, core, database):
    """Yield the three floors as Subjects by name.

    The form has a table in the site's PostgreSQL ``database``, or a SQLite file of its own.
    """
    project, environment = wagtail.make(folder)
    own = database if database.startswith("postgres") else f"sqlite:///{folder}/form.sqlite3"
    of_form = bare_environment(FORM_DATABASE_URL=own)
    with ExitStack() as stack:
        start = stack.enter_context
        yield {
            CONSTANT: start(
                Subject("tests.bench.floors.constant:application", core, folder, bare_environment())
            ),
            BARE: start(Subject(f"{wagtail.NAME}.wsgi:application", core, project, environment)),
            FORM_FLOOR: start(
                Subject("tests.bench.floors.form:application", core, folder, of_form)
            ),
        }


@contextmanager
def site(copy, core):
    """Yield the site without its store and with it, as Subjects."""
    without = copy.environment(PAGE_CACHE="off")
    with (
        Subject(APPLICATION, core, copy.folder, without) as uncached,
        Subject(APPLICATION, core, copy.folder, copy.environment()) as stored,
    ):
        yield uncached, stored


def prepared(uncached, size):
    """Bring the site to ``size`` interviews; return the addresses of what is measured."""
    if size != DEMO:
        uncached.ask("run", name="tests.bench.magazine.acts:fill", interviews=size)
    places = uncached.ask("run", name="tests.bench.magazine.acts:prepare")
    index = uncached.ask("read", path="/sitemap.xml")
    part = re.search(r"<sitemap>\s*<loc>[^<]*?//[^/<]+([^<]+)", index)
    return places | {"sitemap part": part[1] if part else "/sitemap.xml"}


def check_acceptance(uncached):
    """Raise SystemExit when a form that was measured was not really accepted."""
    if spam := uncached.ask("run", name="tests.bench.magazine.acts:kept_as_spam"):
        sys.exit(f"{spam} forms were kept as spam: what their post takes means nothing.")


def compressed(stored, path):
    """Return the bytes of ``path`` as a browser gets them."""
    headers = {"Accept-Encoding": "gzip"}
    return stored.ask("read", path=path, headers=headers).encode("latin-1")


def floor_tasks(subjects, times):
    """Return what measures each floor."""
    return {
        CONSTANT: lambda: subjects[CONSTANT].ask("get", path="/", times=times * OFTEN),
        BARE: lambda: subjects[BARE].ask("get", path="/", times=times * 3),
        FORM_FLOOR: lambda: subjects[FORM_FLOOR].ask("send", path="/", fields=FORM, times=times),
    }


def page_tasks(uncached, stored, places, times):
    """Return what measures each page: by (name, whether from the store)."""
    tasks = {}
    for page in PAGES:
        tasks[page.name, False] = lambda page=page: uncached.ask(**order(page, places, times))
        if page.stored:
            headers = {"Accept-Encoding": "gzip"}
            given = order(page, places, times * OFTEN) | {"headers": headers}
            tasks[page.name, True] = lambda given=given: quick(stored, given)
    return tasks


def quick(stored, given):
    """Measure an answer often where it is quick, as from a store, and rarely where it is not."""
    first = stored.ask(**given | {"times": 3})
    return stored.ask(**given) if first["cpu"] < 2 else first


def order(page, places, times):
    """Return the order to the meter that measures ``page``."""
    path = places.get(page.path, page.path)
    if page.do == "act":
        return {"do": "act", "name": path, "times": times}
    if page.do == "send":
        return {"do": "send", "path": path, "fields": FORM, "times": times}
    headers = {"Cookie": places["cookie"]} if page.cms else {}
    return {"do": page.do, "path": path, "times": times, "headers": headers}


def measured(tasks, rounds):
    """Return the medians of ``rounds`` interleaved rounds of each of ``tasks``."""
    samples = interleaved(tasks, rounds)
    return {name: median(found, FIGURES) for name, found in samples.items()}
