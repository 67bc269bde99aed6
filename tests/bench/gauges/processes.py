"""Servers of the moment: started on one core, waited for, ended with all that they started."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.bench.gauges.cores import on_core

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 300  # seconds: a first start on a busy machine


@contextmanager
def running(command, url, core, cwd, environment):
    """Yield the process of ``command`` when ``url`` answers; end it and its children afterwards.

    Raises SystemExit with what the process said when it ends before it answers.
    """
    with open(Path(cwd, "output.txt"), "a+", encoding="utf-8") as output:
        with on_core(core):
            process = subprocess.Popen(
                command,
                cwd=cwd,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            wait(url, process, output)
            yield process
        finally:
            end(process)


def wait(url, process, output):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        if answers(url):
            return
        time.sleep(0.1)
    output.seek(0)
    sys.exit(f"{' '.join(process.args)} did not answer:\n{output.read()}")


def answers(url):
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310 - our own server
            return answer.status == 200
    except urllib.error.HTTPError:
        return False
    except OSError:
        return False


def end(process):
    """Ask the process to end; after a while end it and what is left of its children."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(30)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def python(*arguments, cwd, environment):
    """Run Python to its end; raises SystemExit with what it said when it fails."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def bare_environment(**more):
    """Return what every process needs of ours, and ``more``; the site's settings are not in it."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT)} | more
