"""Run a script that ends when whoever started it does: `python deploy/tied.py SCRIPT [ARGUMENT …]`.

Its standard input is a pipe whose other end only the starting process holds, and never writes to.
The system closes that end with the process, whatever ends it, also SIGKILL: then this one is asked
to end, and made to with all that it started, where it does not.
"""

import os
import runpy
import signal
import sys
import threading
import time

GRACE = 40  # seconds: more than the web server gives the requests under way


def end_with_starter():
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os.killpg(0, signal.SIGKILL)  # a session of its own: see run.py


if __name__ == "__main__":
    threading.Thread(target=end_with_starter, daemon=True).start()
    del sys.argv[0]
    sys.path[0] = os.path.dirname(os.path.abspath(sys.argv[0]))
    runpy.run_path(sys.argv[0], run_name="__main__")
