"""A real SMTP server on the loopback interface, for tests: it can refuse, hang and drop.

    with SmtpServer() as server:          # a thread; server.host, server.port
        server.mode = HANG                # at any time, also for open connections
        ...
        server.delivered                  # what it took: envelope, headers, body

It speaks the part of RFC 5321 that mail clients use, without TLS and without accounts.
"""

import socket
import socketserver
import threading
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

OK = "ok"
REFUSE = "refuse"  # answers every recipient with 451: try later
REJECT = "reject"  # answers every recipient with 550 5.1.1: there is no such address
AWAY = "away"  # answers every connection, and whatever is said in an open one, with 421
HANG = "hang"  # takes connections and says nothing, until the mode changes
DROP = "drop"  # closes the connection in the middle of a mail, and has not taken it
DROP_AFTER_DATA = "drop after data"  # takes the mail, and closes the connection without a word


@dataclass
class Delivered:
    """A mail as the server took it."""

    sender: str
    recipients: list
    message: Message

    @property
    def message_id(self):
        return self.message["Message-ID"]

    @property
    def extra(self):
        """The X- headers."""
        return {k: v for k, v in self.message.items() if k.lower().startswith("x-")}


class Session(socketserver.StreamRequestHandler):
    def setup(self):
        super().setup()
        self.server.sessions.add(self.connection)
        self.server.connections += 1
        self.sender, self.recipients = None, []

    def finish(self):
        self.server.sessions.discard(self.connection)
        with suppress(OSError):  # the client left before
            super().finish()

    def handle(self):
        with suppress(OSError):  # the client left, or the server was stopped
            self.converse()

    def converse(self):
        self.say("220 loopback ESMTP")
        while line := self.rfile.readline(2048):
            verb, _, argument = line.decode("utf-8", "replace").strip().partition(" ")
            answer = getattr(self, f"on_{verb.lower()}", self.on_unknown)(argument)
            if answer is None:
                return
            self.say(answer)
            if verb.upper() == "QUIT":
                return

    def say(self, text):
        self.server.wait_while_hanging()
        if self.server.mode == AWAY:
            self.wfile.write(b"421 4.3.2 Back soon\r\n")
            raise ConnectionAbortedError
        self.wfile.write(text.encode() + b"\r\n")

    def on_ehlo(self, _argument):
        return "250-loopback\r\n250-SMTPUTF8\r\n250 8BITMIME"

    def on_helo(self, _argument):
        return "250 loopback"

    def on_noop(self, _argument):
        return "250 OK"

    def on_quit(self, _argument):
        return "221 Bye"

    def on_rset(self, _argument):
        self.sender, self.recipients = None, []
        return "250 OK"

    def on_mail(self, argument):
        self.sender, self.recipients = address_in(argument), []
        return "250 OK"

    def on_rcpt(self, argument):
        if self.server.mode == REFUSE:
            return "451 4.7.1 Try again later"
        address = address_in(argument)
        if self.server.mode == REJECT or address in self.server.unknown:
            return "550 5.1.1 No such user"
        self.recipients.append(address)
        return "250 OK"

    def on_data(self, _argument):
        if not self.recipients:
            return "503 5.5.1 No recipients"
        self.say("354 Go ahead")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line or self.server.mode == DROP:
                return None  # nothing was taken
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        self.server.wait_while_hanging()
        if self.server.mode == DROP:
            return None
        self.server.take(
            Delivered(self.sender, self.recipients, message_from_bytes(b"".join(lines)))
        )
        return None if self.server.mode == DROP_AFTER_DATA else "250 2.0.0 Taken"

    def on_unknown(self, _argument):
        return "502 5.5.2 Not known here"


def address_in(argument):
    """Return the address of ``FROM:<a@b.example> SIZE=12``."""
    return argument.partition("<")[2].partition(">")[0]


class SmtpServer(socketserver.ThreadingTCPServer):
    """Runs in a thread from `start` to `stop`, or for the length of a ``with``."""

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port=0, mode=OK):
        super().__init__(("127.0.0.1", port), Session)
        self.host, self.port = self.server_address
        self.mode = mode
        self.unknown = set()  # addresses that do not exist, in whatever mode
        self.delivered = []
        self.sessions = set()
        self.connections = 0  # since the start
        self.stopping = threading.Event()
        self.lock = threading.Lock()
        self.on_delivery = None  # called with each mail as soon as it is taken

    @property
    def url(self):
        """The EMAIL_URL of the site that shall send here."""
        return f"smtp://{self.host}:{self.port}"

    def take(self, mail):
        with self.lock:
            self.delivered.append(mail)
        if self.on_delivery:
            self.on_delivery(mail)

    def wait_while_hanging(self):
        while self.mode == HANG and not self.stopping.wait(0.02):
            pass

    def handle_error(self, request, client_address):
        pass  # a connection that broke is what this server is for

    def start(self):
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def stop(self):
        self.stopping.set()
        self.shutdown()
        for connection in list(self.sessions):
            with suppress(OSError):  # closed already
                connection.shutdown(socket.SHUT_RDWR)
        self.server_close()

    __enter__ = start

    def __exit__(self, *exception):
        self.stop()
