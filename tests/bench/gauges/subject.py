"""What is measured in process: a WSGI application in a process of its own on the serving core."""

import json
import subprocess
import sys

from tests.bench.gauges.cores import on_core
from tests.bench.gauges.processes import end


class Subject:
    """``application`` is package.module:name; use it in a ``with``. Orders: `meter.ORDERS`."""

    def __init__(self, application, core, cwd, environment):
        command = [sys.executable, "-m", "tests.bench.gauges.meter", application]
        with on_core(core):
            self.process = subprocess.Popen(
                command,
                cwd=cwd,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )

    def ask(self, do, **order):
        """Give an order, return its answer; raises SystemExit when the process broke down."""
        self.process.stdin.write(json.dumps({"do": do, **order}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"What was measured broke down at {do} {order}.")
        return json.loads(line)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.process.stdin.close()
        end(self.process)
        self.process.stdout.close()
