"""wrk on the other core: requests a second of a server, and what they cost it."""

import re
import shutil
import subprocess

from tests.bench.gauges.cores import cpu_seconds, on_core

CONNECTIONS = 8


def is_here():
    return shutil.which("wrk") is not None


def load(url, process, core, seconds):
    """Ask for ``url`` for ``seconds``; return requests a second and CPU microseconds of each.

    Raises RuntimeError when an answer was none of 2xx or 3xx: then the figures mean nothing.
    """
    before = cpu_seconds(process.pid)
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-H", "Accept-Encoding: gzip"]
    with on_core(core):
        done = subprocess.run([*command, url], capture_output=True, text=True, check=True)
    requests, each_second = parsed(done.stdout)
    cpu = cpu_seconds(process.pid) - before
    return {"rate": each_second, "cpu": cpu / max(requests, 1) * 1_000_000}


def parsed(output):
    """Return (requests, requests a second) of what wrk says."""
    if wrong := re.search(r"Non-2xx or 3xx responses: (\d+)", output):
        raise RuntimeError(f"{wrong[1]} answers were errors.")
    requests = int(re.search(r"(\d+) requests in", output)[1])
    return requests, float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1])
