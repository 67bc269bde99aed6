"""The site to audit: one that runs already, or a fresh one with demo content, ended afterwards."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from tests.load.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".env", "var", "node_modules", "__pycache__")
WORKER_REST = 11  # seconds: one more than between two passes of the worker


@contextmanager
def site(url, paths):
    """Yield the address of a site whose worker has nothing left to do for ``paths``.

    Without ``url`` a copy of this folder is set up and run by `deploy/run.py` on a free port, so
    that neither var/ nor .env of this folder is read or changed.
    """
    if url:
        settle(url.rstrip("/"), paths)
        yield url.rstrip("/")
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "site")
        shutil.copytree(ROOT, copy, ignore=NOT_COPIED)
        url = f"http://127.0.0.1:{free_port()}"
        environment = {"HOME": folder, "PATH": os.environ["PATH"], "PORT": url.rpartition(":")[2]}
        with open(Path(folder, "output"), "w+", encoding="utf-8") as output:
            process = subprocess.Popen(
                [sys.executable, "deploy/run.py"],
                cwd=copy,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
            try:
                wait(url, process, output)
                settle(url, paths)
                yield url
            finally:
                process.terminate()
                process.wait(60)


def wait(url, process, output):
    """Return when the site answers; end with what it said when it does not."""
    for _ in range(300):
        try:
            return read(f"{url}/healthz/live/")
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(1)
    output.seek(0)
    sys.exit(f"The site did not start:\n{output.read()}")


def settle(url, paths):
    """Return when every page shows the same images as a pass of the worker before, all in AVIF."""
    shown = None
    for _ in range(60):
        pages = [read(url + path) for path in paths]
        now = [sorted(re.findall(r"/media/[^\s\"]+", page)) for page in pages]
        if now == shown and not any("<picture><img" in page for page in pages):
            return
        shown = now
        time.sleep(WORKER_REST)
    sys.exit("The worker did not come to rest.")


def read(address):
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - our own site
        return answer.read().decode()
