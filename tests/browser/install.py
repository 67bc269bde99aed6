"""Make sure that a Chromium is there: installed, else downloaded, else the system's package.

Says what it did. Without a browser it fails when CI is set, and warns otherwise.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
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
    if find() or run(sys.executable, "-m", "playwright", "install", "chromium"):
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        run("apt-get", "update", "-qq")
        run("apt-get", "install", "-y", "-qq", "chromium")


if __name__ == "__main__":
    install()
    browser = find()
    if browser:
        sys.stdout.write(f"browser: {browser}\n")
    else:
        message = "No Chromium could be found or installed: the browser journeys cannot run."
        sys.exit(message) if os.environ.get("CI") else sys.stderr.write(message + "\n")
