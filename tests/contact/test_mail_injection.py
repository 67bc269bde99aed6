"""No header and no recipient can be smuggled into a mail."""

from email import message_from_bytes

import pytest
from django.core.exceptions import ValidationError
from post_office.models import Email

from contact.form.addresses import validate_address, validate_recipients
from contact.models import QuotePage
from editing.outbox import queue as outbox
from tests import factories
from tests.doubles.mail_server import server
from tests.steps.quote_form import post

__all__ = ["server"]

pytestmark = pytest.mark.django_db

BREAKS = ["\r\n", "\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1e", "%0a"]
HOSTILE = "Bcc: victime@tiers.example"


@pytest.mark.parametrize("line_break", BREAKS)
def test_a_line_break_of_any_kind_in_a_subject_starts_no_header(server, line_break):
    outbox.queue("a@b.example", f"Bonjour{line_break}{HOSTILE}", "Texte.\n")
    outbox.send_mail()
    [mail] = server.delivered
    assert mail.recipients == ["a@b.example"]
    assert mail.message["Bcc"] is None
    assert mail.message.get_payload().strip() == "Texte."


@pytest.mark.parametrize("line_break", BREAKS)
@pytest.mark.parametrize("field", ["name", "company", "context"])
def test_nor_does_one_in_what_a_visitor_types(visiteur, recipients, server, field, line_break):
    post(visiteur, **{field: f"Solange{line_break}{HOSTILE}"})
    outbox.send_mail()
    assert {tuple(mail.recipients) for mail in server.delivered} == {
        ("devis@cyberworkers.example",),
        ("solange@prevert.example",),
    }
    for mail in server.delivered:
        headers = message_from_bytes(mail.message.as_bytes()).keys()
        assert "Bcc" not in headers


@pytest.mark.parametrize(
    "address",
    [
        "a@b.example\nBcc: c@d.example",
        "a@b.example\r\nx",
        "a@b.example\u2028x",
        "a@b.example,c@d.example",
        '"a,victime@tiers.example,b"@c.example',
        '"a b"@c.example',
        '"\x0b"@c.example',
        "a\u202eb@c.example",
        "A <a@b.example>",
        "a@b.example c@d.example",
    ],
)
def test_an_address_is_one_address(visiteur, recipients, address):
    with pytest.raises(ValidationError):
        validate_address(address)
    assert post(visiteur, email=address).status_code == 422
    assert Email.objects.count() == 0


def test_a_visitors_address_from_another_type_of_field_is_checked_too(visiteur, recipients):
    page = factories.quote_page()
    page.form_fields.filter(clean_name="email").update(field_type="singleline")
    post(visiteur, email='"a,victime@tiers.example,b"@c.example')
    [mail] = Email.objects.all()
    assert mail.to == ["devis@cyberworkers.example"]
    assert "Reply-To" not in mail.headers


@pytest.mark.parametrize(
    "value",
    ["a@b.example, c", "a@b.example,,c@d.example", "a@b.example;c@d.example", "A <a@b.example>"],
)
def test_recipients_of_a_page_are_addresses(value):
    with pytest.raises(ValidationError, match="adresse"):
        validate_recipients(value)
    with pytest.raises(ValidationError):
        QuotePage(title="x", to_address=value).clean_fields(exclude=["path", "depth", "slug"])


def test_good_recipients_are_taken():
    validate_recipients("a@b.example, c@d.example")
