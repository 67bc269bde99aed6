"""Who reads pages and sends quote forms with a file, and judges what comes."""

import http.client
import re
import time
import uuid

READ = ("/", "/entretiens/", "/en/", "/devis/", "/recherche/?q=fibre", "/healthz/live/")
TOKENS = re.compile(r'name="(form-token|csrfmiddlewaretoken)" value="([^"]+)"')
TEXT = "Un escalier pour le village."
ANSWERS = {
    "name": "Solange Prévert",
    "company": "Menuiserie Prévert",
    "email": "solange@prevert.example",
    "activity": "Nous fabriquons des escaliers.",
    "context": TEXT,
    "how": "À distance.",
    "when": "Le mardi matin.",
}
NOT_TAKEN = "pas été pris en compte"
FILE = b"%PDF-1.7\n%%EOF\n"


class Sender:
    """``references`` are those that were seen."""

    def __init__(self, port):
        self.port, self.references = port, []

    def ask(self, method, path, body=None, **headers):
        """Return (status, headers, text); status 0 where no answer came within a minute."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        except (OSError, http.client.HTTPException):
            return 0, {}, ""
        finally:
            connection.close()

    def read(self, address):
        """Return whether a page came whole, and after how many seconds."""
        begun = time.monotonic()
        status, _headers, text = self.ask("GET", address)
        whole = status == 200 and ("</html>" in text or text == "ok\n")
        return whole, time.monotonic() - begun

    def send(self):
        """Fill a form in and send it; return “taken”, “refused” (plainly) or “wrong”."""
        status, headers, text = self.ask("GET", "/devis/")
        if status != 200:
            return "wrong"
        cookie = headers["Set-Cookie"].split(";")[0]
        body, kind = multipart(ANSWERS | dict(TOKENS.findall(text)))
        status, headers, text = self.ask("POST", "/devis/", body, Cookie=cookie, Content_Type=kind)
        if status == 302:
            self.references.append(headers["Location"].rstrip("/").rpartition("/")[2])
            return "taken"
        return "refused" if status == 503 and (TEXT in text or NOT_TAKEN in text) else "wrong"

    def all_is_right(self):
        return all(self.read(address)[0] for address in READ) and self.send() == "taken"


def multipart(values):
    """Return a body with ``values`` and a file, and its Content-Type."""
    mark = uuid.uuid4().hex
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in values.items()
    ]
    head = f'--{mark}\r\nContent-Disposition: form-data; name="attachments"; filename="a.pdf"\r\n'
    parts += [head.encode(), b"Content-Type: application/pdf\r\n\r\n", FILE, b"\r\n"]
    return b"".join([*parts, f"--{mark}--\r\n".encode()]), f"multipart/form-data; boundary={mark}"
