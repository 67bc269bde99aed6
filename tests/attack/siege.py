"""Sends what is drawn, takes back what it wrote, and notes what must not happen."""

import signal
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

from django.db import transaction

from tests.attack.assault import Assault
from tests.attack.wire import send

TOO_LONG = 15  # seconds for one request


@dataclass
class Finding:
    """The first request that met a fault, and how many met the same one."""

    what: str
    request: object
    count: int = 1

    def __str__(self):
        return f"{self.count} × {self.what}\n{self.request}\n"


class Siege:
    """At most ``requests`` requests, for at most ``seconds``; a ``seed`` draws the same ones."""

    def __init__(self, world, requests, seconds, seed):
        self.assault = Assault(Random(seed), world)  # noqa: S311 - nothing is secret here
        self.requests, self.seconds, self.seed = requests, seconds, seed
        self.statuses = Counter()
        self.findings = {}

    def run(self):
        began = time.monotonic()
        while self.sent < self.requests and time.monotonic() - began < self.seconds:
            self.send(self.assault.draw())
        return self

    @property
    def sent(self):
        return self.statuses.total()

    def send(self, request):
        try:
            with transaction.atomic(), limited():
                answer = send(request)
                transaction.set_rollback(True)
        except Exception as error:
            self.statuses["none"] += 1
            return self.note(request, "raised", error)
        self.statuses[answer.status] += 1
        if answer.traceback or (answer.status >= 500 and answer.status != 503):
            return self.note(request, answer.status, answer.traceback)
        self.assault.learn(request, answer)

    def note(self, request, status, error):
        """Count the fault; those with the same line of code are one."""
        what = f"{status} {type(error).__name__}: {str(error)[:200]}\n{where(error)}"
        key = (type(error), where(error))
        if key in self.findings:
            self.findings[key].count += 1
        else:
            self.findings[key] = Finding(what, request)

    def figures(self):
        by_status = ", ".join(f"{s}: {n}" for s, n in sorted(self.statuses.items(), key=str))
        kinds = len(self.findings)
        return f"{self.sent} requests, seed {self.seed}; {by_status}; kinds of faults: {kinds}"


def where(error):
    """Return the last lines of code on the way to ``error``."""
    frames = traceback.extract_tb(error.__traceback__) if error else []
    return "\n".join(
        f"  {Path(*Path(one.filename).parts[-4:])}:{one.lineno} {one.line}" for one in frames[-3:]
    )


class limited:  # noqa: N801 - stands after "with"
    """Raises TimeoutError where what is within takes too long."""

    def __enter__(self):
        signal.signal(signal.SIGALRM, self.end)
        signal.alarm(TOO_LONG)

    def __exit__(self, *error):
        signal.alarm(0)

    def end(self, *_):
        raise TimeoutError(f"An answer took more than {TOO_LONG} seconds.")
