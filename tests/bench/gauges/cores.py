"""One core serves and another one asks; what processes cost in CPU and memory (Linux)."""

import os
from contextlib import contextmanager
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")  # a second, in /proc/<pid>/stat
# Fields of /proc/<pid>/stat after the name: parent; user, system, and those of ended children.
PARENT, CPU = 1, slice(11, 15)
PRIVATE = ("Private_Clean:", "Private_Dirty:")  # lines of /proc/<pid>/smaps_rollup, in kB


def serving_and_asking():
    """Return the numbers of two cores, or twice that of the only one."""
    allowed = sorted(os.sched_getaffinity(0))
    return allowed[0], allowed[-1]


@contextmanager
def on_core(number):
    """Let this thread, and the processes that it starts meanwhile, run on one core only."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {number})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def fields(line):
    """Return the fields of a line of /proc/<pid>/stat after the name, which may hold anything."""
    return line.rpartition(")")[2].split()


def stats():
    """Return the fields of every process by its number."""
    found = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            found[int(file.parent.name)] = fields(file.read_text(encoding="utf-8"))
        except OSError:  # it ended meanwhile
            continue
    return found


def family(pid, processes):
    """Return ``pid`` and all that descend from it, of ``processes`` as `stats` returns them."""
    members = [pid]
    for member in members:
        members += [one for one, stat in processes.items() if int(stat[PARENT]) == member]
    return [member for member in members if member in processes]


def cpu_seconds(pid, alone=False):
    """Return the CPU time of ``pid`` and its descendants, also of those that ended.

    ``alone`` leaves out what still runs beside it.
    """
    processes = stats()
    members = [pid] if alone else family(pid, processes)
    return sum(sum(map(int, processes[member][CPU])) for member in members) / TICKS


def megabytes(pid):
    """Return the memory that ``pid`` and its descendants share with no other process."""
    total = 0
    for member in family(pid, stats()):
        rollup = Path(f"/proc/{member}/smaps_rollup").read_text(encoding="ascii")
        private = [line for line in rollup.splitlines() if line.startswith(PRIVATE)]
        total += sum(int(line.split()[1]) for line in private)
    return total / 1024
