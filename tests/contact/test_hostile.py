"""Whatever is thrown at the quote form: a clear answer, a line in the log, and it goes on."""

import pytest
from django.test import Client
from post_office.models import Email

from contact.models import Attachment, FormField, QuoteRequest
from editing.management.commands.run_worker import send_mail
from tests import factories
from tests.contact import files
from tests.steps.quote_form import post

pytestmark = pytest.mark.django_db

MULTIPART = "multipart/form-data; boundary=b"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(autouse=True)
def the_site_goes_on(visiteur, caplog):
    """After each attack an ordinary request comes through, and no answer was logged."""
    yield
    assert post(visiteur).status_code == 302
    assert QuoteRequest.objects.filter(name="Solange Prévert").exists()
    assert "solange" not in caplog.text.lower()
    assert "Traceback" not in caplog.text


def send(body, content_type=MULTIPART, address="/devis/", **headers):
    return Client().generic("POST", address, body, content_type, **headers)


def part(name, value, more=""):
    return f'--b\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n{value}\r\n'


def add_field(label, field_type, choices=""):
    page = factories.quote_page()
    FormField(
        page=page,
        locale=page.locale,
        label=label,
        field_type=field_type,
        choices=choices,
        required=False,
        sort_order=99,
    ).save()


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\u2028", "\x0b", "%0d%0a"])
def test_a_line_break_in_a_name_reaches_no_header(visiteur, recipients, mailoutbox, end):
    post(visiteur, name=f"Solange{end}Bcc: x@y.example", company=f"A{end}B")
    send_mail()
    mail, _ = mailoutbox  # to the team, to the visitor
    assert "Bcc" not in mail.message()
    assert mail.recipients() == ["devis@cyberworkers.example"]
    assert all(end not in value for _, value in mail.message().items() if end not in "\n")
    stored = QuoteRequest.objects.get()
    assert len(f"{stored.name}{stored.company}{stored.answers[0]['value']}".splitlines()) == 1


@pytest.mark.parametrize(
    "address",
    [
        "a@b.example\r\nBcc: x@y.example",
        "a@b.example,x@y.example",
        "a@b.example\u202ex",
        "a@\u2066b.example",
        "a\u200f@b.example",
        '"a\r\nBcc: x@y.example"@b.example',
        "Solange <a@b.example>",
        "\N{LATIN SMALL LETTER LONG S}olange@b.example",
        "\N{KELVIN SIGN}@b.example",
    ],
)
def test_an_address_to_which_no_mail_goes_or_several_is_refused(visiteur, recipients, address):
    answer = post(visiteur, email=address)
    assert answer.status_code == 422
    assert 'id="id_email_error"' in answer.content.decode()
    assert not Email.objects.exists()


def test_nothing_turns_the_direction_of_writing_around(visiteur):
    post(visiteur, name="Solange\u202egro.live\u2066", context="Un\u202eDeux\x1b[31m\x07\r\nTrois")
    stored = QuoteRequest.objects.get()
    assert stored.name == "Solangegro.live"
    kept = {answer["name"]: answer["value"] for answer in stored.answers}
    assert kept["context"] == "UnDeux[31m\r\nTrois"


def test_what_no_workbook_can_hold_is_not_kept(visiteur):
    post(visiteur, name="Solange\uffff", context="Un\ufffeDeux")
    stored = QuoteRequest.objects.get()
    assert (stored.name, stored.answers[5]["value"]) == ("Solange", "UnDeux")


def test_the_marks_that_arabic_and_hebrew_need_stay(visiteur):
    post(visiteur, company="שלום\u200f 2026")
    assert QuoteRequest.objects.get().company == "שלום\u200f 2026"


@pytest.mark.parametrize("count", [501, 5_000, 20_000])
def test_a_form_with_thousands_of_fields_is_a_bad_request(visiteur, caplog, count):
    answer = post(visiteur, **{f"field-{number}": "1" for number in range(count)})
    assert answer.status_code == 400
    assert "<h1" in answer.content.decode()
    assert "A post was refused with 400" in caplog.text
    assert not QuoteRequest.objects.exists()


def test_a_choice_sent_a_hundred_times_is_stored_once(visiteur):
    add_field("Jours", "checkboxes", "lundi\nmardi")
    add_field("Heures", "multiselect", "8 h\n9 h")
    post(visiteur, jours=["lundi"] * 100, heures=["9 h"] * 100)
    assert [a["value"] for a in QuoteRequest.objects.get().answers[-2:]] == [["lundi"], ["9 h"]]


@pytest.mark.parametrize(
    ("field_type", "value"),
    [
        ("number", "1e1000000"),
        ("number", "9" * 21),
        ("number", "0.0000001"),
        ("number", "NaN"),
        ("number", "\x00"),
        ("url", "https://a.example/" + "a" * 2_000),
        ("url", "javascript:alert(1)"),
        ("url", "https://a.example/\r\nBcc: x"),
        ("url", "https://[/"),
        ("date", "0000-00-00"),
        ("date", "2" * 100_000),
        ("datetime", "99999-01-01 00:00"),
        ("radio", "c"),
        ("dropdown", "c"),
        ("multiselect", ["a", "c"]),
        ("checkboxes", "\x00"),
        ("singleline", "a" * 256),
        ("hidden", "a" * 256),
        ("telephone", "0" * 41),
        ("multiline", "a" * 5_001),
    ],
)
def test_every_type_of_field_has_its_limits(visiteur, field_type, value):
    add_field("Autre", field_type, "a\nb")
    answer = post(visiteur, autre=value)
    assert answer.status_code == 422
    assert not QuoteRequest.objects.exists()


@pytest.mark.parametrize(
    ("field_type", "value"),
    [
        ("number", "12.5"),
        ("url", "prevert.example"),
        ("date", "31/12/2026"),
        ("date", "0001-01-01"),
        ("datetime", "0001-01-01 00:00"),
        ("datetime", "9999-12-31 23:59"),
        ("datetime", "2026-03-29 02:30:00+01:00"),
        ("checkbox", "on"),
    ],
)
def test_every_type_of_field_takes_what_is_right(commercial, visiteur, field_type, value):
    add_field("Autre", field_type)
    assert post(visiteur, autre=value).status_code == 302
    stored = QuoteRequest.objects.get()
    assert commercial.get(f"/cms/quote_requests/edit/{stored.pk}/").status_code == 200


@pytest.mark.parametrize("field_type", ["datetime", "date"])
def test_a_time_that_does_not_exist_gets_an_error_and_no_traceback(visiteur, field_type):
    add_field("Autre", field_type)
    assert post(visiteur, autre="2026-03-29 02:30").status_code == 422


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        ("x", "multipart/form-data", 400),  # no boundary
        ("x", "multipart/form-data; boundary=" + "é" * 10, 400),
        ("--b", MULTIPART, 422),
        ("x" * 10_000, MULTIPART, 400),
        (part("name", "Solange"), MULTIPART, 422),  # without its end
        (part("name", "Solange") * 3 + "--b--", MULTIPART, 422),
        ("--b\r\n" + "A: b\r\n" * 10_000 + "\r\nx\r\n--b--", MULTIPART, 400),
        (part("a" + "[b]" * 5_000, "x") + "--b--", MULTIPART, 400),
        (part("attachments", "x", '; filename="' + "a" * 500 + '.pdf"') + "--b--", MULTIPART, 422),
        (part("attachments", "x", '; filename="../../x.pdf"') + "--b--", MULTIPART, 422),
        (part("attachments", "x", "\r\nContent-Transfer-Encoding: base64"), MULTIPART, 422),
        (
            part("x", part("y", "z"), "\r\nContent-Type: multipart/mixed; boundary=b"),
            MULTIPART,
            422,
        ),
        ("&".join("a[b]" * n for n in range(200)), FORM, 422),
        (b"name=Sol%ffange&email=%C3%28@a.example", FORM, 422),
        (b"\xff\xfe\x00", FORM, 422),
        (b"\x00" * 1_000, FORM, 422),
        ("{}", "application/json", 422),
        ("x", "text/plain", 422),
        ("x", "", 422),
        ("name=" + "a" * 1_000_000, FORM, 422),
        ("name=" + "a" * 3_000_000, FORM, 400),
    ],
)
def test_a_broken_body_gets_a_clear_answer(site, body, content_type, status):
    answer = send(body, content_type)
    assert answer.status_code == status
    assert "<h1" in answer.content.decode()
    assert not QuoteRequest.objects.exists()
    assert not Attachment.objects.exists()


def test_more_files_than_anybody_sends_are_a_bad_request(visiteur):
    answer = post(visiteur, attachments=[files.upload("a.pdf") for _ in range(101)])
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("address", "size", "status"),
    [
        ("/devis/", 3_000_000_000, 413),
        ("/en/quote/", 61 * 1024 * 1024, 413),
        ("/cms/login/", 3_000_000_000, 413),
        ("/devis/", 10**400, 413),
    ],
)
def test_a_body_that_says_it_is_too_large_is_not_read(site, caplog, address, size, status):
    class Unread:
        def read(self, *args):
            raise AssertionError("read")

        readline = read

    answer = send("", address=address, CONTENT_LENGTH=str(size), **{"wsgi.input": Unread()})
    assert answer.status_code == status
    assert "<h1" in answer.content.decode()
    assert "A post was refused with 413" in caplog.text


def test_a_body_of_unknown_length_is_refused(site):
    answer = send("", CONTENT_LENGTH="", HTTP_TRANSFER_ENCODING="chunked")
    assert answer.status_code == 411
    assert "<h1" in answer.content.decode()
