"""`check --deploy` fails while readers are not told what the law wants them to be told."""

import pytest
from django.core.management import call_command
from wagtail.models import Page

from home.checks import check_identity
from home.models import LegalIdentity, StandardPage
from tests import factories
from tests.home import identity

pytestmark = pytest.mark.django_db


def found():
    return [f"{error.id} {error.msg}" for error in check_identity(None)]


def test_a_whole_identity_is_no_reason_to_speak(site):
    identity.fill()
    assert found() == []


def test_a_new_site_is_told_what_the_law_requires(site):
    (first, *pages) = found()
    assert first.startswith("home.E003")
    for word in ("company name", "registered office", "director of publication", "host"):
        assert word in first
    assert any("/mentions-legales/" in text and "{raison sociale}" in text for text in pages)
    assert any("/en/legal-notice/" in text and "{company name}" in text for text in pages)
    assert any("/devis/" in text for text in pages)


def test_what_the_law_asks_of_some_only_counts_where_a_page_shows_it(site):
    identity.fill(vat="", log_days=None)
    assert [text[:9] for text in found()] == ["home.E004"] * 4
    assert "home.E003" not in " ".join(found())
    for page in StandardPage.objects.all():
        page.body = page.body.replace("{numéro de TVA}", "néant").replace("{VAT number}", "none")
        page.save()
    assert "TVA" not in " ".join(found())


@pytest.mark.parametrize("text", ["[À compléter : adresse]", "[To be completed: address]"])
def test_a_placeholder_in_brackets_is_named_with_its_page(site, text):
    identity.fill()
    StandardPage.objects.filter(slug="a-propos").update(body=f"<p>Écrivez à {text}.</p>")
    (error,) = found()
    assert "“À propos”" in error
    assert "/a-propos/" in error
    assert text in error
    Page.objects.get(slug="a-propos").unpublish()
    assert found() == []


def test_a_placeholder_in_an_interview_counts_too(site):
    identity.fill()
    body = [factories.exchange(answers=["<p>[À compléter : la date]</p>"])]
    factories.interview("La ligne", body=body)
    assert "“La ligne”" in found()[0]


def test_the_demo_fills_an_invented_publisher_in_and_keeps_what_was_written(
    site, monkeypatch, tmp_path
):
    monkeypatch.setattr("home.demo.accounts.FILE", tmp_path / "accounts.txt")
    identity.fill(telephone="", vat="", accessibility_date=None)
    call_command("demo", verbosity=0)
    assert found() == []
    assert LegalIdentity.load().company == identity.WHOLE["company"]
