"""What a writer pastes or drops, and what the CMS answers."""

from html import escape
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import InterviewPage, Transcript
from tests import factories
from tests.transcript.documents import docx, odt, rtf
from tests.transcript.formats import piece

SEED = (Path(__file__).parent / "corpus" / "seed.txt").read_text(encoding="utf-8")
PARAGRAPHS = [line.strip(" \u00a0•") for line in SEED.splitlines() if line.strip(" \u00a0•")]
BULLETS = [line.strip(" \u00a0•") for line in SEED.splitlines() if "•" in line]
TITLE = "Très haut débit et télétravail"


def styled():
    """Return the pieces of the owner's page as somebody would set it in a word processor."""
    styles = {TITLE: "Title", "Demandez un devis": "Heading2"} | dict.fromkeys(BULLETS, "Bullet")
    return [piece(f"{styles.get(line, 'Normal')} | {line}") for line in PARAGRAPHS]


def html():
    tags = {TITLE: "h1", "Demandez un devis": "h2"} | dict.fromkeys(BULLETS, "li")
    lines = ((tags.get(line, "p"), escape(line)) for line in PARAGRAPHS)
    return "\n".join(f"<{tag}>{text}</{tag}>" for tag, text in lines)


def markdown():
    marks = {TITLE: "# ", "Demandez un devis": "## "} | dict.fromkeys(BULLETS, "- ")
    return "\n\n".join(marks.get(line, "") + line for line in PARAGRAPHS)


# The name of a file, and its bytes.
FILES = {
    "entretien.txt": lambda: SEED.encode(),
    "entretien.docx": lambda: docx.make(styled(), {}),
    "entretien.odt": lambda: odt.make(styled(), {}),
    "entretien.rtf": lambda: rtf.make(styled(), {}),
    "entretien.html": lambda: html().encode(),
    "entretien.md": lambda: markdown().encode(),
}


def paste_url(language="fr"):
    return reverse("transcript_paste", args=[factories.index(language).pk])


def file(name, data):
    return SimpleUploadedFile(name, data)


def paste(client, text="", language="fr", **files):
    return client.post(paste_url(language), {"text": text, **files})


def drop(client, name, data):
    return paste(client, file=file(name, data))


def taken(client, text, **files):
    """Return the Transcript of what ``client`` pasted."""
    response = paste(client, text, **files)
    assert response.status_code == 302, said_of(response)
    return Transcript.objects.get(pk=response.url.rstrip("/").rpartition("/")[2])


def said_of(response):
    return [str(error) for errors in response.context["form"].errors.values() for error in errors]


def cuts_url(transcript):
    return reverse("transcript_cuts", args=[transcript.pk])


def do(client, transcript, action="", **values):
    """Press a button beside the cuts; return the transcript as it is then."""
    transcript.refresh_from_db()
    data = {"version": transcript.version, "do": action, **values}
    response = client.post(cuts_url(transcript), data)
    assert response.status_code in (200, 302), response
    transcript.refresh_from_db()
    return response


def draft(client, transcript, **values):
    """Return the draft that is made of ``transcript``, as the editor opens it."""
    do(client, transcript, "draft", **values)
    assert transcript.page_id, "no draft was made"
    return InterviewPage.objects.get(pk=transcript.page_id).get_latest_revision_as_object()
