"""All that is known of a person as a ZIP: ``data.json``, for people to read, and the files."""

import json
import tempfile
import zipfile

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.text import get_valid_filename

from contact.law.retention import RetentionSettings
from contact.requests.models import as_text


def take_out(person):
    """Return the ZIP as an open temporary file; whoever sends it closes it."""
    output = tempfile.TemporaryFile()  # noqa: SIM115 - it is the result
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        missing = pack_files(archive, person)
        with archive.open("data.json", "w", force_zip64=True) as data:
            for piece in as_json(person, missing):
                data.write(piece.encode(errors="replace"))
    output.seek(0)
    return output


def pack_files(archive, person):
    """Pack the attachments; return the primary keys of those whose file is gone."""
    missing = set()
    for attachment in person.attachments.select_related("quote_request").iterator():
        try:
            file = attachment.file.open("rb")
        except FileNotFoundError:
            missing.add(attachment.pk)
            continue
        with file, archive.open(packed_name(attachment), "w", force_zip64=True) as packed:
            for chunk in file.chunks():
                packed.write(chunk)
    return missing


def as_json(person, missing):
    """Yield the JSON text, one request after the other: a sender of spam has thousands."""
    settings = RetentionSettings.load()
    requests = person.requests.select_related("callback_consent").prefetch_related(
        "notes", "attachments", "mails__email"
    )
    yield f'{{\n"address": {dump(person.email)},\n"exported": {dump(timezone.localtime())},\n'
    yield '"requests": '
    yield from as_list(
        request_data(one, settings, missing) for one in requests.iterator(chunk_size=100)
    )
    yield ',\n"other_mails": '
    yield from as_list(mail_data(mail) for mail in person.other_mails.iterator())
    yield "\n}\n"


def as_list(values):
    separator = "["
    for value in values:
        yield separator + dump(value)
        separator = ",\n"
    yield "[]" if separator == "[" else "]"


def packed_name(attachment):
    """Return a path in the ZIP which is one of its own, whatever the visitor called the file."""
    name = get_valid_filename(f"{attachment.pk}-{attachment.name[-80:]}")
    return f"attachments/{attachment.quote_request.reference}/{name}"


def request_data(quote_request, settings, missing):
    return {
        "reference": quote_request.reference,
        "received": timezone.localtime(quote_request.submit_time),
        "page": quote_request.page_title,
        "came_from": quote_request.source_title,
        "language": quote_request.language,
        "state": quote_request.get_state_display(),
        "why_it_looks_like_spam": quote_request.shown_spam_reasons,
        "name": quote_request.name,
        "company": quote_request.company,
        "email": quote_request.email,
        "answers": [answer_data(answer) for answer in quote_request.answers],
        "consent_to_be_called_back": consent_data(quote_request),
        "attachments": [file_data(one, missing) for one in quote_request.attachments.all()],
        "mails": [
            {"kind": one.get_kind_display(), **mail_data(one.email)}
            for one in quote_request.mails.all()
        ],
        "internal_notes": [note_data(note) for note in quote_request.notes.all()],
        "last_contact": timezone.localtime(quote_request.last_contact),
        "erased_on": settings.erased_on(quote_request),
    }


def answer_data(answer):
    return {
        "question": answer["label"],
        "help": answer.get("help_text", ""),
        "answer": as_text(answer["value"]),
    }


def consent_data(quote_request):
    consent = getattr(quote_request, "callback_consent", None)
    return consent and {
        "wording": consent.wording,
        "version": consent.version,
        "given": timezone.localtime(consent.given_at),
        "withdrawn": consent.withdrawn_at and timezone.localtime(consent.withdrawn_at),
    }


def file_data(attachment, missing):
    return {
        "name": attachment.name,
        "type": attachment.content_type,
        "bytes": attachment.size,
        "file": None if attachment.pk in missing else packed_name(attachment),
    }


def note_data(note):
    return {"written": timezone.localtime(note.written_at), "text": note.text}


def mail_data(mail):
    return {
        "written": timezone.localtime(mail.created),
        "from": mail.from_email,
        "to": mail.to,
        "state": mail.get_status_display(),
        "subject": mail.subject,
        "text": mail.message,
    }


def dump(value):
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
