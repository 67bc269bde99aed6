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
ADDRESS = f"http://{'127.0.0.1' if HOST == '0.0.0.0' else HOST}:{PORT}"  # noqa: S104
ADDRESSES = ["/", "/entretiens/", "/devis/", "/recherche/?q=fibre", "/en/", "/cms/"]


def main():
    develop = "--develop" in sys.argv
    os.chdir(FOLDER)
    write_env()
    if develop:
        os.environ["DEBUG"] = "1"
    os.environ["SITE_URL"] = ADDRESS
    os.environ.setdefault("ALLOWED_HOSTS", f"localhost,127.0.0.1,{HOST}")
    prepare(develop)
    serve(develop)


def write_env():
    """Make .env with a secret key, where there is none."""
    file = FOLDER / ".env"
    if file.exists():
        return
    file.touch(mode=0o600)
    file.write_text(
        f"SECRET_KEY={secrets.token_urlsafe(50)}\nSITE_URL={ADDRESS}\n"
        "ALLOWED_HOSTS=localhost,127.0.0.1\n",
        encoding="utf-8",
    )


def prepare(develop):
    """Bring database, static files, pages, roles and demo up to date; each step is idempotent."""
    steps = [["migrate"], ["setup_site"], ["demo"]]
    if not develop:
        steps.insert(1, ["collectstatic", "--noinput"])
    for step in steps:
        print(f"· {step[0]}", flush=True)
        done = subprocess.run([*MANAGE, *step, "-v0"], check=False)
        if done.returncode:
            sys.exit(f"`manage.py {step[0]}` failed; nothing was started.")


def serve(develop):
    """Run web server and worker; when one ends, or on Ctrl-C, end both."""
    web = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]
    if develop:
        web = [*MANAGE, "runserver", f"{HOST}:{PORT}"]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    # In sessions of their own, so that Ctrl-C reaches this process only.
    processes = [
        subprocess.Popen(command, start_new_session=True)
        for command in (web, [*MANAGE, "run_worker"])
    ]
    announce()
    try:
        while all(process.poll() is None for process in processes):
            time.sleep(0.5)
        print("The web server or the worker ended; so does the other.", file=sys.stderr)
        status = 1
    except KeyboardInterrupt:
        status = 0
    finally:
        for process in processes:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
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
    main()
