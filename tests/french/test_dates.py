"""The first of a month is “1er décembre”, whoever writes the date: we, or a package."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone
from post_office.models import Email
from wagtail.models import PageLogEntry

from articles.models import AgreementLink
from contact.models import QuoteRequest
from cyberworkers.typography.dates import first_of_month
from tests.agreement.steps import links
from tests.steps import planned
from tests.steps.inbox import ask, page_of

pytestmark = pytest.mark.django_db
FIRST = datetime(2026, 12, 1, 11, 30, tzinfo=UTC)
EVERYBODY = ["redactrice", "cheffe", "commercial"]


def dates(html):
    assert "1er décembre" in html or "1er\xa0décembre" in html
    return [way for way in ("1 décembre", "1\xa0décembre", ">1 d") if way in html]


def test_the_history_of_a_page(cheffe):
    page = planned.draft("Le premier", owner=cheffe.user)
    PageLogEntry.objects.update(timestamp=FIRST)
    assert not dates(cheffe.get(f"/cms/pages/{page.pk}/history/").content.decode())


def test_a_request_for_a_quote(commercial, site):
    quote_request = ask(answers=[{"label": "Jour", "type": "date", "value": "2026-12-01"}])
    QuoteRequest.objects.update(submit_time=FIRST)
    assert not dates(commercial.get(page_of(quote_request)).content.decode())


def test_a_planned_publication(cheffe):
    page = planned.scheduled(when=datetime(2099, 12, 1, 8, tzinfo=UTC))
    assert not dates(cheffe.get(f"/cms/pages/{page.pk}/edit/").content.decode())


def test_the_screens_of_the_agreement(cheffe, visiteur, django_capture_on_commit_callbacks):
    page = planned.draft("Le premier", owner=cheffe.user)
    values = {"name": "Hélène", "email": "helene@marchetti.example", "message": "", "days": "14"}
    cheffe.post(links(page), values | {"send": "1"})
    expires = datetime(2099, 12, 1, 8, tzinfo=UTC)
    AgreementLink.objects.update(expires_at=expires, created_at=FIRST, sent_at=FIRST)
    link = AgreementLink.objects.get()
    assert not dates(visiteur.get(link.path).content.decode())
    visiteur.get(link.path)
    assert not dates(cheffe.get(links(page)).content.decode())


def test_the_mail_with_the_link(cheffe, monkeypatch):
    page = planned.draft("Le premier", owner=cheffe.user)
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 17, 11, 30, tzinfo=UTC))
    values = {"name": "Hélène", "email": "helene@marchetti.example", "message": "", "days": "14"}
    cheffe.post(links(page), values | {"send": "1"})
    assert not dates(Email.objects.get().message)


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        ("<p>le 1 décembre</p>", "<p>le 1er décembre</p>"),
        ("<p>le 11 décembre, le 1 mai</p>", "<p>le 11 décembre, le 1er mai</p>"),
        ('<a title="1 mai">1 mai</a>', '<a title="1er mai">1er mai</a>'),
        ("<textarea>le 1 mai</textarea>", "<textarea>le 1 mai</textarea>"),
        ('<input value="le 1 mai">', '<input value="le 1 mai">'),
        ("<script>'1 mai'</script>", "<script>'1 mai'</script>"),
        ('<p lang="en">1 mai</p>', '<p lang="en">1 mai</p>'),
    ],
)
def test_what_editors_type_stays_as_it_is(html, seen):
    assert first_of_month(html) == seen
