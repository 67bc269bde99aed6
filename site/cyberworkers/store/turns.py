"""One at a time renders an address."""

from contextlib import contextmanager
from threading import Lock


class Turns:
    """``with turns.of(address)``: others that ask for the same address wait meanwhile."""

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
