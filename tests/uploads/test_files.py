"""Files come with a request: checked by content, never lost by an error elsewhere."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from contact.models import Attachment, QuoteRequest
from contact.uploads.names import clean_name
from contact.uploads.waiting import purge
from editing.worker.jobs import run_daily
from editing.worker.lease import Lease
from tests import factories
from tests.contact import files
from tests.steps.quote_form import post, token_in

pytestmark = pytest.mark.django_db


def again(client, answer, **changes):
    """Send a form that was shown with errors again, as a browser does."""
    html = answer.content.decode()
    values = {
        "form-token": token_in(answer),
        "attachments-kept": re.findall(r'name="attachments-kept" value="(\d+)"', html),
        **factories.REQUEST,
        **changes,
    }
    return client.post("/devis/", values)


def stored_files():
    return {attachment.name for attachment in QuoteRequest.objects.get().attachments.all()}


def contents():
    return [attachment.file.storage.exists(attachment.file.name) for attachment in everything()]


def everything():
    return list(Attachment.objects.all())


def test_the_form_takes_several_files_without_a_script(visiteur):
    html = visiteur.get("/devis/").content.decode()
    assert 'enctype="multipart/form-data"' in html
    assert re.search(r'<input type="file" name="attachments"[^>]* multiple', html)
    assert "Pièces jointes" in html
    assert 'enctype="multipart/form-data"' in visiteur.get("/en/quote/").content.decode()


@pytest.mark.parametrize("name", files.GOOD)
def test_a_file_of_each_kind_is_taken(visiteur, name):
    assert post(visiteur, attachments=files.uploads(name)).status_code == 302
    [attachment] = QuoteRequest.objects.get().attachments.all()
    assert attachment.name == name
    assert attachment.size == len(files.GOOD[name])
    assert attachment.file.read() == files.GOOD[name]
    assert "devis" not in attachment.file.name


@pytest.mark.parametrize("name", files.BAD)
def test_a_file_that_is_not_what_it_says_is_refused_at_the_field(visiteur, name, caplog):
    answer = post(visiteur, attachments=files.upload(name, files.BAD[name]))
    html = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="id_attachments_error"' in html
    assert clean_name(name)[0] in html
    assert not QuoteRequest.objects.exists()
    assert not everything()
    assert "A file was refused" in caplog.text
    assert "prevert" not in caplog.text.lower()


def test_the_answer_is_the_list_of_names_and_the_team_reads_it(visiteur, recipients):
    post(visiteur, attachments=files.uploads("devis.pdf", "photo.png"))
    [answer] = [a for a in QuoteRequest.objects.get().answers if a["name"] == "attachments"]
    assert answer["value"] == ["devis.pdf", "photo.png"]


def test_files_are_neither_too_many_nor_too_large(visiteur, settings):
    assert post(visiteur, attachments=files.uploads(*list(files.GOOD)[:6])).status_code == 422
    settings.QUOTE_MAX_FILE_MB = 0
    assert post(visiteur, attachments=files.uploads("devis.pdf")).status_code == 422
    assert not QuoteRequest.objects.exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\Solange\\devis.pdf", "devis.pdf"),
        ("devis\u202e\r\nfinal\x00.pdf", "devisfinal.pdf"),
        ("a" * 300 + ".PDF", "a" * 116 + ".PDF"),
        (" . .pdf", "file.pdf"),
        ('de"vis<b>.pdf', "de-vis-b-.pdf"),
        ("été.pdf", "été.pdf"),
    ],
)
def test_a_name_is_cleaned(name, kept):
    assert clean_name(name) == (kept, "pdf")


def test_a_file_is_not_lost_by_an_error_elsewhere(visiteur):
    answer = post(visiteur, email="solange@", attachments=files.uploads("devis.pdf"))
    assert answer.status_code == 422
    assert "devis.pdf" in answer.content.decode()
    assert again(visiteur, answer, attachments=files.uploads("photo.png")).status_code == 302
    assert stored_files() == {"devis.pdf", "photo.png"}


def test_a_good_file_is_not_lost_by_a_bad_one(visiteur):
    bad = files.upload("page.html", b"<html>")
    answer = post(visiteur, attachments=[*files.uploads("devis.pdf"), bad])
    assert answer.status_code == 422
    assert again(visiteur, answer).status_code == 302
    assert stored_files() == {"devis.pdf"}


def test_a_kept_file_can_be_removed(visiteur):
    answer = post(visiteur, email="x", attachments=files.uploads("devis.pdf", "photo.png"))
    first = Attachment.objects.get(name="devis.pdf")
    assert again(visiteur, answer, **{"attachments-remove": first.pk}).status_code == 302
    assert stored_files() == {"photo.png"}
    assert not Attachment.objects.filter(pk=first.pk).exists()


def test_a_required_field_is_content_with_a_kept_file(visiteur):
    factories.quote_page().form_fields.filter(clean_name="attachments").update(required=True)
    assert post(visiteur).status_code == 422
    answer = post(visiteur, email="x", attachments=files.uploads("devis.pdf"))
    assert again(visiteur, answer).status_code == 302


def test_kept_files_count_among_the_most_that_are_taken(visiteur):
    answer = post(visiteur, email="x", attachments=files.uploads(*list(files.GOOD)[:5]))
    assert again(visiteur, answer, attachments=files.uploads("photo.png")).status_code == 422


def test_nobody_gets_the_files_of_another_form(visiteur):
    post(visiteur, email="x", attachments=files.uploads("devis.pdf"))
    other = Attachment.objects.get()
    answer = post(visiteur, **{"attachments-kept": other.pk})
    assert answer.status_code == 422
    other.refresh_from_db()
    assert other.quote_request is None
    post(visiteur, **{"attachments-remove": other.pk})
    assert Attachment.objects.filter(pk=other.pk).exists()


@pytest.mark.parametrize("key", ["x", "-1", "9" * 40, "٣", "\x00", ""])
def test_forged_keys_of_kept_files_break_nothing(visiteur, key):
    values = {"attachments-kept": key, "attachments-remove": key}
    assert post(visiteur, **values).status_code in (302, 422)


def test_the_same_post_twice_is_one_request_with_its_files_once(visiteur):
    answer = post(visiteur, email="x", attachments=files.uploads("devis.pdf"))
    first = again(visiteur, answer, attachments=files.uploads("photo.png"))
    second = again(visiteur, answer, attachments=files.uploads("photo.png"))
    assert first.url == second.url
    assert stored_files() == {"devis.pdf", "photo.png"}
    assert Attachment.objects.count() == 2


def test_the_same_form_with_other_answers_keeps_the_files_of_both(visiteur):
    answer = post(visiteur, email="x", attachments=files.uploads("devis.pdf"))
    again(visiteur, answer)
    other = again(visiteur, answer, context="Autre", attachments=files.uploads("photo.png"))
    assert other.status_code == 422
    assert again(visiteur, other, context="Autre").status_code == 302
    first, second = QuoteRequest.objects.order_by("pk")
    assert [file.name for file in first.attachments.all()] == ["devis.pdf"]
    assert {file.name for file in second.attachments.all()} == {"devis.pdf", "photo.png"}
    assert all(contents())


def test_a_copy_for_another_request_waits_a_day_of_its_own(visiteur):
    answer = post(visiteur, email="x", attachments=files.uploads("devis.pdf"))
    again(visiteur, answer)
    Attachment.objects.update(uploaded_at=timezone.now() - timedelta(hours=25))
    other = again(visiteur, answer, context="Autre")
    purge()
    assert again(visiteur, other, context="Autre").status_code == 302
    names = [[file.name for file in one.attachments.all()] for one in QuoteRequest.objects.all()]
    assert names == [["devis.pdf"], ["devis.pdf"]]


def test_a_corrected_file_of_the_same_name_is_not_taken_for_a_repetition(visiteur):
    answer = post(visiteur, email="x")
    again(visiteur, answer, attachments=files.upload("notes.txt", b"8 h"))
    other = again(visiteur, answer, attachments=files.upload("notes.txt", b"9 h"))
    assert other.status_code == 422
    assert "notes.txt" in other.content.decode()
    assert again(visiteur, other).status_code == 302
    assert [a.file.read() for a in Attachment.objects.order_by("pk")] == [b"8 h", b"9 h"]


def test_a_forged_token_does_not_lose_the_files_either(visiteur):
    answer = post(visiteur, **{"form-token": "x"}, attachments=files.uploads("devis.pdf"))
    assert answer.status_code == 422
    assert again(visiteur, answer).status_code == 302
    assert stored_files() == {"devis.pdf"}


def test_files_that_nobody_came_back_for_are_deleted_after_a_day(
    visiteur, django_capture_on_commit_callbacks
):
    answer = post(visiteur, email="x", attachments=files.uploads("devis.pdf"))
    post(visiteur, attachments=files.uploads("photo.png"))
    waiting = Attachment.objects.get(name="devis.pdf")
    Attachment.objects.update(uploaded_at=timezone.now() - timedelta(hours=25))
    Lease.objects.filter(name="upkeep").delete()
    with django_capture_on_commit_callbacks(execute=True):
        run_daily()
    assert stored_files() == {"photo.png"}
    assert not waiting.file.storage.exists(waiting.file.name)
    late = again(visiteur, answer)
    assert late.status_code == 422
    assert 'id="id_attachments_error"' in late.content.decode()
    assert again(visiteur, late).status_code == 302


def test_waiting_files_do_not_fill_the_disk(visiteur, settings):
    settings.QUOTE_MAX_WAITING_MB = 0
    post(visiteur, email="x", attachments=files.uploads("devis.pdf"))
    answer = post(visiteur, email="x", attachments=files.uploads("photo.png"))
    assert Attachment.objects.count() == 1
    assert 'id="id_attachments_error"' in answer.content.decode()
    assert post(visiteur, attachments=files.uploads("photo.png")).status_code == 302
