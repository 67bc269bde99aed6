"""Set the site up where needed, then run web server and worker until Ctrl-C."""

import os
import secrets
import signal
import subprocess
import sys
import threading
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1]
HOST = os.environ.setdefault("HOST", "127.0.0.1")
PORT = os.environ.setdefault("PORT", "8000")
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - names what a person may choose
ADDRESS = f"http://{'127.0.0.1' if HOST in EVERYWHERE else HOST}:{PORT}"
ADDRESSES = ["/", "/entretiens/", "/devis/", "/recherche/?q=fibre", "/en/", "/cms/"]


def main():
    develop = "--develop" in sys.argv
    os.chdir(FOLDER)
    write_env()
    if develop:
        os.environ["DEBUG"] = "1"
    os.environ["SITE_URL"] = ADDRESS
    prepare()
    serve(develop)


def write_env():
    """Make .env with a secret key, where there is none."""
    file = FOLDER / ".env"
    if file.exists():
        return
    hosts = ["localhost", "127.0.0.1", *([] if HOST in ("127.0.0.1", *EVERYWHERE) else [HOST])]
    file.touch(mode=0o600)
    file.write_text(
        f"SECRET_KEY={secrets.token_urlsafe(50)}\nSITE_URL={ADDRESS}\n"
        f"ALLOWED_HOSTS={','.join(hosts)}\n",
        encoding="utf-8",
    )


def prepare():
    """Bring database, static files, pages, roles and demo up to date; each step is idempotent."""
    if start("manage.py", "prepare", "--demo").wait():
        sys.exit("Nothing was started.")


def start(*command):
    """Start a script of ours that ends when this process does: see tied.py.

    In a session of its own, so that Ctrl-C reaches this process only.
    """
    tied = [sys.executable, "deploy/tied.py", *command]
    return subprocess.Popen(tied, stdin=subprocess.PIPE, start_new_session=True)


def serve(develop):
    """Run web server and worker; when one ends, or this process is told to, end both.

    However often it is told: `make` passes on a signal that the whole group got already.
    """
    told = threading.Event()
    # Ctrl-C, ended by another process, terminal closed.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: told.set())
    web = ["manage.py", "runserver", f"{HOST}:{PORT}"] if develop else ["deploy/web.py"]
    processes = [start(*web), start("manage.py", "run_worker")]
    announce()
    while not told.wait(0.5) and all(process.poll() is None for process in processes):
        pass
    if not told.is_set():
        print("The web server or the worker ended; so does the other.", file=sys.stderr)
    for process in processes:
        process.stdin.close()
    for process in processes:
        process.wait()
    sys.exit(0 if told.is_set() else 1)


def announce():
    print("\nCyberworkers is running:")
    for path in ADDRESSES:
        print(f"  {ADDRESS}{path}")
    accounts = FOLDER / "var" / "demo-accounts.txt"
    if accounts.exists():
        print("\nDemo accounts (var/demo-accounts.txt):")
        for line in accounts.read_text(encoding="utf-8").splitlines():
            print(f"  {line}")
    print("\nCtrl-C ends it.", flush=True)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
