"""A mail server that refuses."""

import smtplib

from django.core.mail.backends.base import BaseEmailBackend


class Backend(BaseEmailBackend):
    def open(self):
        raise smtplib.SMTPConnectError(421, b"away")

    def send_messages(self, messages):
        raise smtplib.SMTPConnectError(421, b"away")
