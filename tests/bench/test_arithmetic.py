"""The arithmetic of `make bench`: rounds, medians, ratios, and what wrk and /proc say."""

import os
import subprocess
import sys

import pytest

from tests.bench.gauges import cores, wrk
from tests.bench.gauges.rounds import interleaved, median, ratio

WRK = """Running 1s test @ http://127.0.0.1:8000/
  1 threads and 8 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     4.01ms  512.00us  12.34ms   89.00%
  1,234 is no number of requests
  2104 requests in 1.00s, 16.91MB read
Requests/sec:   2101.57
"""


def test_rounds_take_every_task_in_turn():
    order = []
    tasks = {name: lambda name=name: order.append(name) or len(order) for name in "abc"}
    assert interleaved(tasks, 2) == {"a": [1, 4], "b": [2, 5], "c": [3, 6]}
    assert order == list("abcabc")


def test_the_median_of_each_figure_stands_in_the_last_sample():
    samples = [{"cpu": cpu, "sql": 1, "status": cpu} for cpu in (9, 1, 2)]
    assert median(samples, ("cpu", "sql")) == {"cpu": 2, "sql": 1, "status": 2}


def test_a_disturbed_round_does_not_move_the_median():
    quiet = [{"cpu": 3.0}, {"cpu": 3.1}, {"cpu": 3.2}]
    assert median([*quiet, {"cpu": 900.0}, {"cpu": 3.15}], ("cpu",)) == {"cpu": 3.15}


@pytest.mark.parametrize(
    ("part", "whole", "expected"), [(3, 4, 0.75), (None, 4, None), (3, None, None), (3, 0, None)]
)
def test_a_ratio_needs_two_figures(part, whole, expected):
    assert ratio(part, whole) == expected


def test_requests_and_their_rate_are_read_from_wrk():
    assert wrk.parsed(WRK) == (2104, 2101.57)


def test_answers_that_are_errors_are_no_figures():
    with pytest.raises(RuntimeError, match="17 answers"):
        wrk.parsed(f"{WRK}  Non-2xx or 3xx responses: 17\n")


def test_a_process_may_have_any_name():
    assert cores.fields("7 (a (b) 3) S 1 7")[cores.PARENT] == "1"


def test_a_family_is_a_process_and_all_that_descend_from_it():
    parents = {1: 0, 2: 1, 3: 2, 4: 1, 5: 9}
    processes = {pid: ["S", str(parent)] for pid, parent in parents.items()}
    assert sorted(cores.family(1, processes)) == [1, 2, 3, 4]
    assert cores.family(2, processes) == [2, 3]
    assert cores.family(9, processes) == [5]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_cpu_of_children_that_ended_counts():
    before = cores.cpu_seconds(os.getpid())
    subprocess.run([sys.executable, "-c", "sum(range(5_000_000))"], check=True)
    assert cores.cpu_seconds(os.getpid()) > before
