"""Make sure that a Chromium is there: installed, else downloaded, else the system's package.

Says what it did. Without a browser it fails when CI is set, and warns otherwise.
"""

import os
import shutil
import subprocess
import sys

# The shell first: the whole browser draws its own surface for each window, which costs more than
# the pages do.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def installed():
    """Return the path of an installed Chromium or Chrome, or None."""
    return next(filter(None, map(shutil.which, NAMES)), MAC if os.path.exists(MAC) else None)


def downloaded():
    """Return the path of Playwright's own Chromium, or None."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def find():
    return installed() or downloaded()


def run(*command):
    return subprocess.run(command, capture_output=True, check=False, timeout=600).returncode == 0


def install():
    """Install a browser where there is none; in CI the shell, where there is another one."""
    if shutil.which(SHELL) or (find() and not os.environ.get("CI")):
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        run("apt-get", "update", "-qq")
        if run("apt-get", "install", "-y", "-qq", SHELL):
            return
        run("apt-get", "install", "-y", "-qq", "chromium")
    if not find():
        run(sys.executable, "-m", "playwright", "install", "chromium")


if __name__ == "__main__":
    install()
    browser = find()
    if browser:
        sys.stdout.write(f"browser: {browser}\n")
    else:
        message = "No Chromium could be found or installed: the browser journeys cannot run."
        sys.exit(message) if os.environ.get("CI") else sys.stderr.write(message + "\n")
