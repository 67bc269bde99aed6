"""nginx with one worker that serves a static file: the bytes of an answer of the site."""

import os
import shutil
from pathlib import Path

CONFIGURATION = """
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log stderr error;
events {{ worker_connections 256; }}
http {{
    access_log off;
    default_type "text/html; charset=utf-8";
    open_file_cache max=16;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {folder};
        add_header Content-Encoding gzip;
        location = / {{ try_files /answer =404; }}
    }}
}}
"""


def command(folder, port, answer):
    """Return the command that serves the bytes ``answer`` as /; None where nginx is missing."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if program is None:
        return None
    Path(folder, "answer").write_bytes(answer)
    file = Path(folder, "nginx.conf")
    # Started by root it would become somebody who may not read the folder.
    user = "user root;" if os.geteuid() == 0 else ""
    text = CONFIGURATION.format(folder=folder, port=port, user=user)
    file.write_text(text, encoding="utf-8")
    return [program, "-c", str(file), "-p", str(folder)]
