"""Say in one sentence why the site cannot be set up here. Runs on any Python 3."""

import os
import socket
import sys


def main(argv):
    if sys.version_info < (3, 11):
        found = "{}.{}".format(*sys.version_info[:2])
        sys.exit(
            f"Cyberworkers needs Python 3.11 or later; this is {found}. "
            "Try: make run PYTHON=python3.12"
        )
    if not os.access(os.curdir, os.W_OK):
        sys.exit("Cyberworkers cannot write to its own folder: change its owner or rights.")
    if "--port" in argv:
        check_port(os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000"))


def check_port(host, port):
    if not port.isdecimal() or not 0 < int(port) < 65536:
        sys.exit(f"PORT must be a number from 1 to 65535, not “{port}”.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except OSError as error:
            sys.exit(
                f"{host}:{port} cannot be used ({error.strerror}). "
                "Try another port: make run PORT=8080"
            )


if __name__ == "__main__":
    main(sys.argv)
