"""A visitor who fills the quote form in over HTTP, and sends it again when no answer comes."""

import http.client
import re
import time
from collections import Counter, deque
from urllib.parse import urlencode

AGE = 3.5  # seconds between a form and its post: no person is quicker


class Visitor:
    """Fills forms in and sends them, again where the answer did not come."""

    def __init__(self, port, number):
        self.port, self.number = port, number
        self.forms = deque()  # (moment, token, cookie)
        self.seen = {}  # the mark of each request: the reference that the visitor saw
        self.broken = 0
        self.statuses = Counter()

    def ask(self, marks):
        for mark in marks:
            self.fetch_form()
            while len(self.forms) < 2 or time.monotonic() - self.forms[0][0] < AGE:
                self.fetch_form()
                if len(self.forms) > 200:
                    time.sleep(0.1)
            self.send(mark, *self.forms.popleft()[1:])

    def fetch_form(self):
        if len(self.forms) > 200:
            return
        status, headers, body = self.patiently("GET", "/devis/")
        token = re.search(r'name="form-token" value="([^"]+)"', body)[1]
        csrf = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', body)[1]
        cookie = headers["Set-Cookie"].split(";")[0]
        self.forms.append((time.monotonic(), (token, csrf), cookie))

    def send(self, mark, tokens, cookie):
        token, csrf = tokens
        answers = {
            "name": f"Visiteur {mark}",
            "company": "Menuiserie Prévert",
            "email": f"visiteur-{mark}@prevert.example",
            "activity": "Nous fabriquons des escaliers.",
            "context": f"La demande numéro {mark}.",
            "how": "À distance.",
            "when": "Le mardi matin.",
        }
        form = urlencode({"form-token": token, "csrfmiddlewaretoken": csrf, **answers})
        status, headers, body = self.patiently("POST", "/devis/", form, cookie, mark)
        self.statuses[status] += 1
        if status == 302:
            self.seen[mark] = headers["Location"].rstrip("/").rpartition("/")[2]

    def patiently(self, method, path, body=None, cookie="", mark=0):
        """Send until an answer comes; return (status, headers, text)."""
        headers = {"Host": f"127.0.0.1:{self.port}", "Cookie": cookie}
        headers["X-Forwarded-For"] = f"198.51.{mark // 250 % 250}.{mark % 250 + 1}"
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        while True:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
            try:
                connection.request(method, path, body, headers)
                answer = connection.getresponse()
                text = answer.read().decode()
                if answer.status < 500:
                    return answer.status, answer.headers, text
                self.statuses[answer.status] += 1
            except (OSError, http.client.HTTPException):
                self.broken += 1
            finally:
                connection.close()
            time.sleep(0.1)
