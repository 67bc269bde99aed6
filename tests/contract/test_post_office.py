"""What we assume of post_office: tables, log and what hands a mail over; its own sending is unused.

Why: see docs/decisions/2026-11-outbox.md.
"""

from datetime import timedelta

import pytest
from django.core import mail as django_mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone
from post_office import mail
from post_office.connections import connections
from post_office.models import STATUS, Email, Log

from editing.outbox.queue import queue
from tests.contract.sources import arguments, imports

pytestmark = pytest.mark.django_db

# Columns that we write and read, and what breaks without them.
COLUMNS = [
    (Email, "to from_email subject message headers", "a mail says nothing, or goes to nobody"),
    (Email, "status", "nobody sees what became of a mail"),
    (Email, "created last_updated scheduled_time", "nobody sees when a mail was or will be sent"),
    (Email, "number_of_retries", "a mail is tried for ever"),
    (Email, "message_id", "a mail that is sent twice is shown twice"),
    (Email, "logs attachments", "no reason is shown for a failure; files outlive their mail"),
    (Log, "email status message exception_type", "no reason is shown for a failure"),
]
# What we call, with its arguments, and what breaks when it takes others.
CALLS = [
    (
        Email.dispatch,
        "self,log_level,disconnect_after_delivery,commit,connection",
        "the worker sends nothing",
    ),
    (Email.email_message, "self", "a mail that cannot be built is tried for a day"),
    (mail.get_queued, "", "the worker finds nothing to send"),
    (connections.close, "", "a broken connection is used for the next mail"),
]
IMPORTED = {
    "post_office.mail": "`get_queued` finds what is to be sent",
    "post_office.connections.connections": "closed after each failure",
    "post_office.models.Attachment": "erased with the request",
    "post_office.models.Email": "the outbox",
    "post_office.models.Log": "why a try failed",
    "post_office.models.PRIORITY": "stored with a mail",
    "post_office.models.STATUS": "told in words",
}


class Refusing(EmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError


@pytest.fixture
def email():
    return queue("visiteuse@prevert.example", "Objet {% nonsense %}", "Texte {{ rien }}")


@pytest.mark.parametrize(("model", "names", "breaks"), COLUMNS)
def test_a_table_has_the_columns_that_we_use(model, names, breaks):
    missing = set(names.split()) - {field.name for field in model._meta.get_fields()}
    assert not missing, f"{model.__name__} has no {missing} any more: {breaks}."


@pytest.mark.parametrize(
    ("call", "wanted", "breaks"), CALLS, ids=lambda one: getattr(one, "__name__", str(one))
)
def test_what_we_call_takes_what_we_give(call, wanted, breaks):
    assert arguments(call) == wanted, f"{call} takes ({arguments(call)}): {breaks}."


def test_nothing_more_of_it_is_imported():
    assert imports("post_office").keys() == IMPORTED.keys(), "say in IMPORTED what for"


def test_a_mail_is_stored_as_it_was_given_and_waits(email):
    email.refresh_from_db()
    assert (email.subject, email.message) == ("Objet {% nonsense %}", "Texte {{ rien }}")
    assert email.status == STATUS.queued
    assert list(mail.get_queued()) == [email]


def test_a_mail_whose_next_try_is_to_come_is_not_found(email):
    Email.objects.update(status=STATUS.requeued, scheduled_time=timezone.now())
    assert list(mail.get_queued()) == [email]
    Email.objects.update(scheduled_time=timezone.now() + timedelta(minutes=1))
    assert list(mail.get_queued()) == []


def test_dispatch_tells_the_error_and_leaves_the_writing_to_us(email):
    with pytest.raises(ConnectionRefusedError):
        email.dispatch(commit=False, connection=Refusing())
    email.refresh_from_db()
    assert (email.status, email.number_of_retries, email.logs.count()) == (STATUS.queued, None, 0)


def test_dispatch_sends_what_was_built_under_the_stored_message_id(email):
    email.email_message().body = "Relu"
    email.dispatch(commit=False, disconnect_after_delivery=False)
    Email.objects.get(pk=email.pk).dispatch(commit=False, disconnect_after_delivery=False)
    first, second = django_mail.outbox
    assert first.body == "Relu"
    assert first.message()["Message-ID"] == second.message()["Message-ID"] == email.message_id
    assert Email.objects.get().status == STATUS.queued


def test_the_connection_stays_open_until_we_close_it(email):
    email.dispatch(commit=False, disconnect_after_delivery=False)
    assert list(connections.all())
    connections.close()
    assert not list(connections.all())
