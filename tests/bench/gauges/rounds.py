"""Rounds: everything is measured in turn, so that a slow moment meets all alike."""

import statistics


def interleaved(tasks, rounds):
    """Call each of ``tasks`` (callables by name) once a round; return the list of each."""
    found = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            found[name].append(task())
    return found


def median(samples, names):
    """Return one sample of ``samples`` (dicts): the last, with the median of each of ``names``."""
    return samples[-1] | {
        name: statistics.median(sample[name] for sample in samples) for name in names
    }


def ratio(part, whole):
    """Return ``part / whole``, or None where either was not measured."""
    return part / whole if part is not None and whole else None
