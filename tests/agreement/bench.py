"""Compare how long closed and wrong links take: `pytest -s tests/agreement/bench.py`.

Figures, no test: the machine's noise is larger than what is measured. The medians of all kinds
should lie within a few per cent of each other.
"""

import statistics
import sys
import time

import pytest
from django.utils import timezone

from articles.models import AgreementLink
from tests import factories

ROUNDS = 200


@pytest.mark.django_db
def test_closed_links_take_the_same_time(client):
    page = factories.interview(live=False)
    good, expired, withdrawn = (
        AgreementLink.objects.make(page, days, name="Hélène") for days in (7, -1, 7)
    )
    AgreementLink.objects.filter(pk=withdrawn.pk).update(withdrawn_at=timezone.now())
    token = good.token
    changed = ("A" if token[0] != "A" else "B") + token[1:]
    paths = {
        "expired": expired.path,
        "withdrawn": withdrawn.path,
        "one character": good.path.replace(token, changed),
        "unknown": good.path.replace(token, "x" * len(token)),
        "malformed": good.path.replace(token, "x"),
    }
    times = {kind: [] for kind in paths}
    for _ in range(ROUNDS):  # in turn, so that a slow moment meets all alike
        for kind, path in paths.items():
            start = time.perf_counter()
            assert client.get(path).status_code == 404
            times[kind].append(time.perf_counter() - start)
    base = statistics.median(times["unknown"])
    for kind, measured in times.items():
        median = statistics.median(measured)
        sys.stdout.write(f"\n{kind:>14}: {median * 1000:.2f} ms, ratio {median / base:.3f}")
