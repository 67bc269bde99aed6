"""nginx with one worker: a static file of an answer's bytes, and deploy/nginx.conf as it stands."""

import os
import shutil
from pathlib import Path

from tests.bench.gauges.processes import ROOT

MAIN = """
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log stderr error;
events {{ worker_connections 256; }}
http {{
    access_log off;
    default_type "text/html; charset=utf-8";
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {servers}
}}
"""
FILE = """
    open_file_cache max=16;
    server {{
        listen 127.0.0.1:{port};
        root {folder};
        add_header Content-Encoding gzip;
        location = / {{ try_files /answer =404; }}
    }}
"""
TLS = ("ssl_", "listen [::]")


def program():
    """Return the path of nginx, or None."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def static(folder, port, answer):
    """Return the command that serves the bytes ``answer`` as /."""
    folder = made(folder, "nginx_static")
    (folder / "answer").write_bytes(answer)
    return command(folder, FILE.format(folder=folder, port=port))


def before(folder, port, application, plain):
    """Return the command of deploy/nginx.conf on ``port``, without TLS.

    ``application`` is the port that it asks, ``plain`` one for its redirect to https.
    """
    folder = made(folder, "nginx_before")
    lines = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.strip().startswith(TLS))
    for old, new in {
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{port};",
        "127.0.0.1:8000": f"127.0.0.1:{application}",
        "/var/cache/nginx/cyberworkers": str(folder / "cache"),
    }.items():
        if old not in text:
            raise ValueError(f"deploy/nginx.conf has no “{old}” any more.")
        text = text.replace(old, new)
    return command(folder, text)


def made(folder, name):
    folder = Path(folder, name)
    folder.mkdir()
    return folder


def command(folder, servers):
    """Write the configuration; return the command that runs it."""
    # Started by root it would become somebody who may not read the folder.
    user = "user root;" if os.geteuid() == 0 else ""
    file = folder / "nginx.conf"
    file.write_text(MAIN.format(folder=folder, user=user, servers=servers), encoding="utf-8")
    return [program(), "-c", str(file), "-p", str(folder)]
