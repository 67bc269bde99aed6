"""Answers in the memory of a process, up to so many bytes, and whose turn it is to make one."""

from collections import OrderedDict
from contextlib import contextmanager
from threading import Lock


class Memory:
    """Keeps answers under their addresses, each of a generation; forgets the least asked for.

    ``limit`` is in bytes.
    """

    def __init__(self, limit):
        self.limit, self.size = limit, 0
        self.answers = OrderedDict()
        self.lock = Lock()

    def get(self, address, generation):
        """Return the answer of this generation, or None."""
        with self.lock:
            found = self.answers.get(address)
            if found is None or found[0] != generation:
                return None
            self.answers.move_to_end(address)
            return found[1]

    def put(self, address, generation, answer):
        # Both encodings that are made later weigh less than the bytes themselves.
        size = 2 * len(answer.body)
        with self.lock:
            self.size -= self.answers.pop(address, (None, None, 0))[2]
            self.answers[address] = generation, answer, size
            self.size += size
            while self.size > self.limit:
                self.size -= self.answers.popitem(last=False)[1][2]


class Turns:
    """One at a time renders an address: ``with turns.of(address)``; others that ask for it wait."""

    def __init__(self):
        self.lock = Lock()
        self.locks = {}

    @contextmanager
    def of(self, address):
        with self.lock:
            lock, waiting = self.locks.get(address) or (Lock(), 0)
            self.locks[address] = lock, waiting + 1
        try:
            with lock:
                yield
        finally:
            with self.lock:
                lock, waiting = self.locks.pop(address)
                if waiting > 1:
                    self.locks[address] = lock, waiting - 1
