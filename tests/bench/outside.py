"""The part over HTTP: requests a second of the site and of floors, each alone on one core."""

import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.bench.floors import nginx
from tests.bench.gauges import wrk
from tests.bench.gauges.processes import bare_environment, running
from tests.bench.gauges.rounds import interleaved, median
from tests.load.ports import free_port

GUNICORN = "constant Django view, gunicorn gthread"
ANSWER = "bare WSGI answer of the same bytes, the site's server"
FILE = "nginx, static file of the same bytes"
BEHIND = "interview, behind nginx as deploy/ has it"
WITHOUT, STORED = "interview, uncached", "interview, as `make run` serves it"


def gunicorn(port):
    """Return the command of a constant view as most sites are served."""
    flags = ["-k", "gthread", "--threads", "4", "-w", "2", "--log-level", "error"]
    where = ["-b", f"127.0.0.1:{port}", "tests.bench.floors.constant:application"]
    return [sys.executable, "-m", "gunicorn", *flags, *where]


@contextmanager
def servers(folder, copy, core, path, answer):
    """Start everything; yield (address, process) by name. ``answer`` are the bytes of ``path``."""
    file = Path(folder, "answer.gz")
    file.write_bytes(answer)
    with ExitStack() as stack:
        start = stack.enter_context
        found = {}

        def plain(name, command, port, path=""):
            address = f"http://127.0.0.1:{port}/{path}"
            process = start(running(command, address, core, folder, bare_environment()))
            found[name] = address, process

        port = free_port()
        plain(GUNICORN, gunicorn(port), port)
        bare = "tests.bench.floors.answer:application"
        found[ANSWER] = start(copy.served(core, bare, ANSWER=str(file)))
        address, process = start(copy.served(core, PAGE_CACHE="off"))
        found[WITHOUT] = address + path, process
        address, process = start(copy.served(core))
        found[STORED] = address + path, process
        if nginx.program():
            port = free_port()
            plain(FILE, nginx.static(folder, port, answer), port)
            port, behind = free_port(), address.rpartition(":")[2]
            plain(BEHIND, nginx.before(folder, port, behind, free_port()), port, path[1:])
        yield found


def measured(found, core, seconds, rounds):
    """Return {"rate", "cpu"} of each server: medians of interleaved rounds."""
    for url, process in found.values():  # so that every worker has what it keeps
        wrk.load(url, process, core, 1)
    tasks = {
        name: lambda url=url, process=process: wrk.load(url, process, core, seconds)
        for name, (url, process) in found.items()
    }
    samples = interleaved(tasks, rounds)
    return {name: median(sample, ("rate", "cpu")) for name, sample in samples.items()}
