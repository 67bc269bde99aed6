"""A real nginx with deploy/nginx.conf, on ports of its own and without TLS."""

import http.client
import os
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

from tests.edge.install import find
from tests.load.ports import free_port

CONF = Path(__file__).resolve().parents[2] / "deploy" / "nginx.conf"
HOST = "magazine.example"
MAIN = """
daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1; {user}
events {{}}
http {{
    types {{ text/html html; text/css css; image/jpeg jpg; }}
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/1; uwsgi_temp_path {folder}/2; scgi_temp_path {folder}/3;
    include {folder}/site.conf;
}}
"""
TLS = ("ssl_certificate", "listen [::]")


class Edge:
    """nginx on ``port``, which asks the application on ``behind``; ``root`` is the site's var/."""

    def __init__(self, folder, root=None):
        self.folder, self.root = folder, root or folder / "var"
        self.port, self.plain_port, self.behind = free_port(), free_port(), free_port()
        self.root.mkdir(mode=0o755, exist_ok=True)

    def configure(self, **changes):
        """Write the site's configuration for this machine; ``tls`` keeps what belongs to TLS."""
        tls = changes.get("tls")
        lines = CONF.read_text().splitlines()
        text = "\n".join(line for line in lines if tls or not line.strip().startswith(TLS))
        text = "\n".join(line for line in text.splitlines() if "listen [::]" not in line)
        secure = " ssl http2" if tls else ""
        for old, new in {
            "listen 80;": f"listen 127.0.0.1:{self.plain_port};",
            "listen 443 ssl http2;": f"listen 127.0.0.1:{self.port}{secure};",
            "127.0.0.1:8000": f"127.0.0.1:{self.behind}",
            "/srv/cyberworkers/var": str(self.root),
            "/var/cache/nginx/cyberworkers": str(self.folder / "cache"),
            "/etc/ssl/magazine.example": str(self.folder),
        }.items():
            assert old in text or "ssl" in old
            text = text.replace(old, new)
        (self.folder / "site.conf").write_text(text)
        user = "user root;" if not os.geteuid() else ""
        (self.folder / "main.conf").write_text(MAIN.format(folder=self.folder, user=user))

    @contextmanager
    def running(self):
        command = [find(), "-p", self.folder, "-c", self.folder / "main.conf"]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        try:
            deadline = time.monotonic() + 20
            while not self.listens():
                assert process.poll() is None and time.monotonic() < deadline, self.log()
                time.sleep(0.02)
            yield self
        finally:
            process.terminate()
            process.wait(20)

    def listens(self):
        try:
            http.client.HTTPConnection("127.0.0.1", self.port, timeout=5).connect()
        except OSError:
            return False
        return True

    def log(self):
        file = self.folder / "error.log"
        return file.read_text() if file.exists() else ""

    def ask(self, path, method="GET", body=None, **headers):
        """Return an answer with ``body`` and ``text``; headers as ``Accept_Encoding="br"``."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, body, {"Host": HOST, **named})
        answer = connection.getresponse()
        answer.body = answer.read()
        answer.text = answer.body.decode("utf-8", "replace")
        connection.close()
        return answer
