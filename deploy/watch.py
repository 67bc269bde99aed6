"""A web process that hangs is killed; the server starts another one in its place. When the server
itself is gone, so are its processes.

Python stands still in a process that was stopped, or whose one thread computes without end in
code that never lets go of the interpreter. It would keep its share of the connections for ever.
"""

import contextlib
import mmap
import os
import signal
import struct
import threading
import time

SIGN = struct.Struct("qd")  # the process, and when it last showed that it lives
PAUSE = 5  # seconds between two signs
PATIENCE = 60  # seconds without one


def watch(seats, patience=PATIENCE):
    """Let each process that this one forks from now on give signs; kill those that stop.

    ``seats``: how many there are at once, with those that end while others have begun.
    """
    signs = mmap.mmap(-1, seats * SIGN.size)  # the memory that all of them share
    taken = [-1]

    def seat():
        taken[0] = (taken[0] + 1) % seats

    server = os.getpid()

    def sit():
        start(give_signs, signs, taken[0], server)

    os.register_at_fork(before=seat, after_in_child=sit)
    start(look, signs, seats, patience)


def start(work, *args):
    threading.Thread(target=work, args=args, daemon=True).start()


def give_signs(signs, seat, server):
    while os.getppid() == server:
        SIGN.pack_into(signs, seat * SIGN.size, os.getpid(), time.monotonic())
        time.sleep(PAUSE)
    os.kill(os.getpid(), signal.SIGKILL)  # nobody would ever end it, and it holds the port


def look(signs, seats, patience):
    while True:
        time.sleep(PAUSE)
        for offset in range(0, seats * SIGN.size, SIGN.size):
            process, seen = SIGN.unpack_from(signs, offset)
            if process and time.monotonic() - seen > patience:
                SIGN.pack_into(signs, offset, 0, 0)
                kill(process)


def kill(process):
    """Kill a process of ours; one that ended long ago may have left its number to another."""
    with contextlib.suppress(ChildProcessError, ProcessLookupError):
        os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        os.kill(process, signal.SIGKILL)
