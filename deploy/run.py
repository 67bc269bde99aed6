"""Set the site up where needed, then run web server and worker until Ctrl-C."""

import os
import secrets
import signal
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1]
MANAGE = [sys.executable, "manage.py"]
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
    if subprocess.run([*MANAGE, "prepare", "--demo"], check=False).returncode:
        sys.exit("Nothing was started.")


def serve(develop):
    """Run web server and worker; when one ends, or on Ctrl-C, end both."""
    web = [sys.executable, "deploy/web.py"]
    if develop:
        web = [*MANAGE, "runserver", f"{HOST}:{PORT}"]
    for number in (signal.SIGTERM, signal.SIGHUP):  # ended by another process, terminal closed
        signal.signal(number, lambda *_: sys.exit(0))
    processes = []
    status = 0
    try:
        for command in (web, [*MANAGE, "run_worker"]):
            # In sessions of their own, so that Ctrl-C reaches this process only.
            processes.append(subprocess.Popen(command, start_new_session=True))
        announce()
        while all(process.poll() is None for process in processes):
            time.sleep(0.5)
        print("The web server or the worker ended; so does the other.", file=sys.stderr)
        status = 1
    except KeyboardInterrupt:
        print()
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait()
    sys.exit(status)


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
