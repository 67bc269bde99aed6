"""Make sure that nginx is there, where this machine is root's and has Debian's packages.

Says what it did. Without nginx the tests of the edge are skipped; where CI is set it fails.
"""

import os
import shutil
import subprocess
import sys


def find():
    """Return the path of an installed nginx, or None."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def install():
    if find() or not os.environ.get("CI") or not shutil.which("apt-get") or os.geteuid():
        return
    for command in (
        ["update"],
        ["install", "-y", "--no-install-recommends", "nginx-light", "openssl"],
    ):
        environment = {**os.environ, "RUNLEVEL": "1"}  # installed, not started
        subprocess.run(
            ["apt-get", "-qq", *command],  # noqa: S607 - Debian's, wherever it is
            capture_output=True,
            check=False,
            timeout=600,
            env=environment,
        )


if __name__ == "__main__":
    install()
    nginx = find()
    if nginx:
        sys.stdout.write(f"nginx: {nginx}\n")
    else:
        message = "No nginx could be found or installed: the tests of the edge cannot run."
        sys.exit(message) if os.environ.get("CI") else sys.stderr.write(message + "\n")
