"""Answers in the memory of a process, up to so many bytes."""

from collections import OrderedDict
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
