"""Attack the site, in process, in a database of its own.

`python -m tests.attack [--requests 20000] [--seconds 3600] [--seed N]` (or `make attack`) sends
requests that nobody should send: methods, headers, cookies, bodies and encodings, every address of
the site and of the CMS with real and wrong ids, as nobody and in six roles, and the forms that it
reads there with one field changed. Each is taken back. No answer may be a 5xx but a 503, none may
leave a traceback in the log. The same seed sends the same requests.
"""

import argparse
import logging
import sys
import time

from tests.load.database import database, start_django


def main():
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--requests", type=int, default=20_000)
    asked.add_argument("--seconds", type=int, default=3600)
    asked.add_argument("--seed", type=int, default=int(time.time()))
    given = asked.parse_args()
    start_django()
    from django.test.utils import setup_test_environment

    setup_test_environment()
    import cyberworkers.wsgi  # noqa: F401 - it sets logging up anew

    for name in ("", "django", "django.security", "contact"):
        for handler in logging.getLogger(name).handlers:
            handler.setLevel(logging.CRITICAL)  # `wire.Listener` has it all
    with database("attack"):
        from tests.attack.siege import Siege
        from tests.attack.world import World

        siege = Siege(World(), given.requests, given.seconds, given.seed).run()
    for finding in siege.findings.values():
        sys.stdout.write(f"{finding}\n")
    sys.stdout.write(f"{siege.figures()}\n")
    sys.exit(bool(siege.findings))


if __name__ == "__main__":
    main()
