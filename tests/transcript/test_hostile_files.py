"""What nobody should send is refused with a sentence, or cleaned; nothing is fetched."""

import socket
import tracemalloc
from contextlib import suppress

import pytest
from django.core.management import CommandError, call_command

from articles.models import Transcript
from articles.transcript.paragraphs import Unreadable
from articles.transcript.reading import formats
from articles.transcript.recognition import recognise
from tests.transcript import hostile
from tests.transcript.hostile import MB
from tests.transcript.pasting import draft, drop, file, paste, paste_url, said_of, taken

pytestmark = pytest.mark.django_db

KINDS = ("docx", "odt")


@pytest.fixture(autouse=True)
def no_request_leaves(monkeypatch):
    """Let every attempt to reach another machine fail the test."""

    def refuse(*arguments, **options):
        raise AssertionError("somebody tried to reach another machine")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def refused(data, kind):
    """Return the sentence with which ``data`` is refused, and how many MB were used for that."""
    tracemalloc.start()
    try:
        with pytest.raises(Unreadable) as refusal:
            formats.read(data, kind)
        return str(refusal.value), tracemalloc.get_traced_memory()[1] / MB
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("make", [hostile.bomb, hostile.many_members, hostile.deep])
def test_a_document_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(kind, make):
    data = make(kind)
    assert len(data) < MB
    sentence, used = refused(data, kind)
    assert "aucun traitement de texte" in sentence
    assert used < 40


@pytest.mark.parametrize("kind", KINDS)
def test_entities_that_expand_or_lie_elsewhere_are_refused(kind, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("mot de passe")
    for doctype, entity in (
        (hostile.EXPANSION, "&i;"),
        (hostile.EXTERNAL.format(address=secret.as_uri()), "&i;"),
        (hostile.EXTERNAL.format(address="http://ailleurs.example/x"), "&i;"),
    ):
        sentence, used = refused(hostile.with_doctype(kind, doctype, entity), kind)
        assert "aucun traitement de texte" in sentence
        assert used < 10


@pytest.mark.parametrize("kind", KINDS)
def test_an_image_that_lies_elsewhere_is_not_fetched(kind):
    for address in ("http://ailleurs.example/p.png", "file:///etc/hostname", "../../etc/hostname"):
        paragraphs = formats.read(hostile.fetching(kind, address), kind)
        pictures = [one.picture for one in paragraphs if one.kind == "picture"]
        assert [picture.data for picture in pictures if picture] in ([], [b""])
        assert any("Qui" in one.text for one in paragraphs)


def test_nor_is_anything_that_a_page_names():
    html = (
        '<link rel=stylesheet href="http://ailleurs.example/x.css">'
        '<img src="http://ailleurs.example/p.png" alt="Loin">'
        '<iframe src="//ailleurs.example"></iframe>'
        "<p>Q : Qui ?</p><p>R : Nous.</p>"
    )
    assert [one.text for one in formats.read(html.encode(), "html")][-2:] == [
        "Q : Qui ?",
        "R : Nous.",
    ]


@pytest.mark.parametrize(
    ("kind", "name"), [("docx", "word/vbaProject.bin"), ("odt", "Basic/Standard/x.xml")]
)
def test_a_document_with_macros_is_refused(kind, name):
    sentence, _used = refused(hostile.changed(kind, **{name: b"<a/>"}), kind)
    assert "macros" in sentence


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("entretien.docx", b"%PDF-1.7 une page"),
        ("entretien.docx", hostile.GOOD["odt"]()),
        ("entretien.odt", hostile.GOOD["docx"]()),
        ("entretien.txt", hostile.GOOD["docx"]()),
        ("entretien.rtf", b"Q : Qui ?"),
        ("entretien.txt", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("entretien.txt", b"Q\x00u\x00i\x00"),
        ("entretien.docx", hostile.GOOD["docx"]()[:900]),
        ("entretien.exe", b"MZ"),
        ("entretien", b"Q : Qui ?"),
        ("entretien.txt", b""),
        ("entretien.docx", b""),
        ("entretien.html", b"<script>alert(1)</script>"),
        ("entretien.vtt", b"WEBVTT\n\n"),
    ],
)
def test_what_is_no_transcript_is_refused_with_a_sentence(redactrice, name, data):
    response = drop(redactrice, name, data)
    assert response.status_code == 200
    assert said_of(response)
    assert not Transcript.objects.exists()


def test_a_file_of_500_megabytes_is_refused_unread(redactrice):
    response = redactrice.generic(
        "POST",
        paste_url(),
        b"",
        CONTENT_TYPE="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(500 * MB),
    )
    assert response.status_code == 413


def test_one_of_21_is_refused_with_a_sentence_and_not_stored(redactrice):
    response = drop(redactrice, "entretien.txt", b"a" * 21 * MB)
    assert "20" in said_of(response)[0]
    assert not Transcript.objects.exists()


@pytest.mark.parametrize("kind", ["txt", "md", "html", "srt"])
def test_a_million_lines_are_refused_with_a_sentence_and_in_little_memory(kind):
    line = {"html": b"<p>Oui.\n", "srt": b"00:00:01,000 --> 00:00:02,000\nOui.\n\n"}
    sentence, used = refused(line.get(kind, b"Oui.\n\n") * 1_000_000, kind)
    assert "plus long" in sentence or "20" in sentence
    assert used < 60


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("html", b"<div>" * 200_000),
        ("html", b"<a " * 300_000),
        ("html", b"<p>Oui " + b"<!--" * 200_000),
        ("html", b"</a" * 300_000),
        ("html", b"&#x" * 300_000),
        ("rtf", b"{\\rtf1 " + b"{" * 300_000),
        ("rtf", b"{\\rtf1 {\\pict " + b"ab\n" * 300_000 + b"}}"),
        ("rtf", b"{\\rtf1 \\bin999999999 Oui}"),
        ("md", b"[" * 250_000),
        ("md", b"> " * 120_000),
        ("txt", b"A" * 250_000),
        ("txt", b"Ana : " * 40_000),
        ("vtt", b"WEBVTT\n\n" + b"<v " * 100_000),
    ],
    ids=range(13),
)
def test_broken_marks_are_read_or_refused_and_not_pondered_for_minutes(kind, data):
    with suppress(Unreadable):
        assert recognise(formats.read(data, kind)).cuts.lines


def test_what_runs_in_a_page_becomes_words_or_nothing(redactrice):
    html = (
        '<p onclick="alert(1)">Q : Qui <script>alert(1)</script>êtes-vous ?</p>'
        '<p>R : <a href="javascript:alert(1)">Nous</a> <b onmouseover=alert(1)>deux</b>.</p>'
    )
    transcript = taken(redactrice, "Q : Qui", marked=file("clipboard.html", html.encode()))
    page = draft(redactrice, transcript)
    [block] = page.body
    assert block.value["question"] == "Qui êtes-vous ?"
    assert block.value["answers"][0]["text"].source == "<p>Nous <b>deux</b>.</p>"


def test_a_text_that_is_refused_stays_on_the_screen(redactrice):
    text = "Oui.\n\n" * 4000
    response = paste(redactrice, text)
    assert "plus long" in said_of(response)[0]
    assert response.context["form"]["text"].value() == text
    assert not Transcript.objects.exists()


def test_a_text_and_a_file_at_once_lose_neither(redactrice):
    response = paste(redactrice, "Q : Qui ?", file=file("a.txt", b"R : Nous."))
    assert "un seul" in said_of(response)[0]
    assert response.context["form"]["text"].value() == "Q : Qui ?"


def test_a_text_that_comes_after_the_session_has_ended_is_not_lost(redactrice):
    redactrice.logout()
    response = paste(redactrice, "Q : Qui êtes-vous ?")
    assert response.status_code == 403
    assert "Q : Qui êtes-vous ?" in response.content.decode()


def test_the_command_refuses_500_megabytes_unread(redactrice, tmp_path):
    file = tmp_path / "entretien.txt"
    with file.open("wb") as large:
        large.truncate(500 * MB)
    with pytest.raises(CommandError, match="20"):
        call_command("import_interview", str(file), user="redactrice")
