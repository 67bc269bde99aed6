"""Draws requests: raw ones, addresses, and forms that were read with one field changed."""

import json
import re
from urllib.parse import urlencode

from django.conf import settings
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from tests.attack import heads, values
from tests.attack.addresses import Addresses
from tests.attack.forms import forms_in
from tests.attack.wire import Request

SECRET = "a" * 32  # Django takes it for a cookie against forged forms (CSRF), and as its answer


class Assault:
    """``random`` decides all; ``world`` says who is there (`tests.attack.world`)."""

    def __init__(self, random, world):
        self.random, self.world = random, world
        self.addresses = Addresses(random, world.tokens)
        self.editors = random.sample(found := self.addresses.editors(), len(found))
        self.forms = {}  # the last one of each kind that somebody saw

    def draw(self):
        """Return the next Request."""
        draw = self.random.random()
        if self.editors and draw < 0.1:
            who = self.pick(["admin", "cheffe", "redactrice", "traductrice"])
            return self.request(who, "GET", self.editors.pop())
        if self.forms and draw < 0.5:
            return self.form()
        if draw < 0.75:
            return self.request(self.who(), "GET", self.addresses.draw())
        if draw < 0.85:
            # What a form of nothing but its seal does at an address that takes one.
            headers = {"Content-Type": heads.TYPES[0]}
            return self.request(self.who(), "POST", self.addresses.draw(), b"a=b", **headers)
        return self.raw()

    def learn(self, request, answer):
        """Remember the forms of ``answer``."""
        kind = answer.headers.get("Content-Type", "")
        if answer.status != 200 or not kind.startswith(("text/html", "application/json")):
            return
        html = answer.body.decode(errors="replace")
        if html.startswith("{"):  # what dialogs of the CMS are made of
            html = str(json.loads(html).get("html", ""))
        for form in forms_in(html, request.address):
            path = re.sub("[0-9]+", "0", form.address.partition("?")[0])
            self.forms[form.method, path, request.who] = form

    def who(self):
        return self.random.choice(["", *self.world.sessions, "admin", "cheffe"])

    def pick(self, of):
        return self.random.choice(of)

    def request(self, who, method, address, body=b"", **headers):
        cookies = [f"{settings.CSRF_COOKIE_NAME}={SECRET}"]
        if who:
            cookies.append(f"{settings.SESSION_COOKIE_NAME}={self.world.sessions[who]}")
        found = {"Cookie": "; ".join(cookies), "X-CSRFToken": SECRET}
        return Request(method, address, found | headers, body, who)

    def raw(self):
        """Return a request of which each part may be wrong."""
        request = self.request(self.who(), self.pick(heads.METHODS), self.addresses.draw())
        if self.random.random() < 0.6:
            request.headers["Content-Type"] = self.pick(heads.TYPES)
            request.body = self.pick(heads.BODIES)
        for name in self.random.sample(sorted(heads.HEADERS), self.random.choice([0, 0, 1, 1, 2])):
            request.headers[name] = self.pick(heads.HEADERS[name]).encode().decode("latin-1")
        if self.random.random() < 0.15:
            cookie = self.pick(heads.COOKIES).encode().decode("latin-1")
            request.headers["Cookie"] += f"; {cookie}"
        return request

    def form(self):
        """Return a form that was read, with one field changed."""
        posted = [kind for kind in self.forms if kind[0] == "POST"]
        kind = self.pick(posted if posted and self.random.random() < 0.8 else list(self.forms))
        who, form = kind[2], self.forms[kind]
        fields, files = list(form.fields), []
        for name in form.files:
            files.append((name, *self.pick(values.FILES)))
        draw = self.random.random()
        if fields and draw < 0.25:
            del fields[self.random.randrange(len(fields))]
        elif fields and draw < 0.8:
            number = self.random.randrange(len(fields))
            fields[number] = fields[number][0], self.pick(self.values_for(fields[number][0]))
        elif fields and draw < 0.85:
            fields.append((self.pick(fields)[0], self.pick(values.ANY)))
        elif fields and draw < 0.9:
            files.append((self.pick(fields)[0], *self.pick(values.FILES)))
        elif draw < 0.95:
            files = []
        fields = [
            (name, SECRET if name == "csrfmiddlewaretoken" else value) for name, value in fields
        ]
        headers = {"Accept": self.pick(["text/html", "text/html", "application/json", "*/*"])}
        if form.method == "GET":
            address = f"{form.address.partition('?')[0]}?{urlencode(fields)}"
            return self.request(who, "GET", address, **headers)
        if files or self.random.random() < 0.3:
            body, headers["Content-Type"] = multipart(fields, files), MULTIPART_CONTENT
        else:
            body, headers["Content-Type"] = urlencode(fields).encode(), heads.TYPES[0]
        return self.request(who, "POST", form.address, body, **headers)

    def values_for(self, name):
        """Return what may be sent as ``name``: for what counts other fields, numbers too."""
        if name.endswith(("-count", "_FORMS", "-order", "-id", "-deleted")):
            return values.NUMBERS
        if any(word in name for word in ("date", "_at", "when", "day", "from", "to")):
            return [*values.DATES, *values.ANY]
        return values.ANY


def multipart(fields, files):
    """Return the body of a form as a browser writes it (RFC 7578)."""
    body = encode_multipart(BOUNDARY, {}).removesuffix(f"--{BOUNDARY}--\r\n".encode())
    for name, value in fields:
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
        body += f"{head}{value}\r\n".encode()
    for name, filename, content in files:
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; '
        body += f'{head}filename="{filename}"\r\n\r\n'.encode() + content + b"\r\n"
    return body + f"--{BOUNDARY}--\r\n".encode()
