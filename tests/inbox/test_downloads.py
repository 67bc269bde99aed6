"""The files of a request are for those who handle requests, always as a download."""

import pytest
from django.conf import settings
from django.urls import reverse

from contact.models import Attachment, QuoteRequest
from tests.contact import files
from tests.steps.quote_form import post

pytestmark = pytest.mark.django_db


@pytest.fixture
def attachment(visiteur):
    post(visiteur, attachments=files.upload("été 2026 “final”.pdf"))
    return Attachment.objects.get()


def address(attachment, request_pk=None):
    pk = request_pk or attachment.quote_request_id
    return reverse("request_attachment", args=[pk, attachment.pk])


def test_the_page_of_a_request_lists_its_files_with_size_and_type(commercial, attachment):
    page = reverse("quote_requests:edit", args=[attachment.quote_request_id])
    html = commercial.get(page).content.decode()
    assert address(attachment) in html
    assert attachment.name in html
    assert f"(PDF, {len(files.PDF)}" in html


def test_a_file_is_sent_as_a_download_and_nothing_in_it_runs(commercial, attachment):
    answer = commercial.get(address(attachment))
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content) == files.PDF
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment; filename*=utf-8''%C3%A9t%C3%A9")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("who", ["redactrice", "relecteur", "cheffe", "traductrice", "visiteur"])
def test_nobody_else_gets_a_file(who, request, attachment):
    answer = request.getfixturevalue(who).get(address(attachment))
    assert answer.status_code == 302
    assert "Content-Disposition" not in answer.headers


def test_a_file_belongs_to_its_request(commercial, visiteur, attachment):
    post(visiteur)
    other = QuoteRequest.objects.latest("pk")
    for pk in (other.pk, 10**30):
        assert commercial.get(address(attachment, pk)).status_code == 404


def test_a_file_without_a_request_is_not_served(commercial, visiteur, attachment):
    post(visiteur, email="x", attachments=files.uploads("photo.png"))
    waiting = Attachment.objects.get(quote_request=None)
    assert commercial.get(address(waiting, attachment.quote_request_id)).status_code == 404


def test_a_file_that_is_gone_is_not_found(commercial, attachment):
    attachment.file.storage.delete(attachment.file.name)
    assert commercial.get(address(attachment)).status_code == 404


def test_no_address_of_the_site_leads_to_the_private_files(visiteur, attachment):
    assert str(attachment.file.storage.location) != str(settings.MEDIA_ROOT)
    assert visiteur.get(f"/media/{attachment.file.name}", follow=True).status_code == 404
    assert visiteur.get(attachment.file.url, follow=True).status_code == 404
