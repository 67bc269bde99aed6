"""The text changes between reading and answering: the answer concerns what was read."""

import pytest

from articles.models import AgreementAnswer
from tests.agreement.steps import change, passage, post, seal

pytestmark = pytest.mark.django_db


def test_an_answer_concerns_the_version_that_was_seen(visiteur, page, link):
    page.save_revision()
    page.refresh_from_db()
    seen = page.latest_revision
    form_seal = seal(visiteur, link)
    change(page, standfirst="Un autre chapeau.")
    answer = post(visiteur, link, form_seal, verdict="approved")
    stored = AgreementAnswer.objects.get()
    assert stored.revision == seen
    html = visiteur.get(answer.url.split("#")[0]).content.decode()
    assert "agreement__news" in html
    assert "Un autre chapeau." in html


def test_an_error_shows_the_version_that_was_seen_and_says_that_it_is_old(visiteur, page, link):
    page.save_revision()
    form_seal = seal(visiteur, link)
    change(page, standfirst="Un autre chapeau.")
    html = post(visiteur, link, form_seal, comment="Gardé").content.decode()
    assert "agreement__news" in html
    assert "Un autre chapeau." not in html
    assert "Gardé" in html


def test_comments_survive_when_autosave_wrote_over_the_version_seen(visiteur, page, link):
    page.save_revision()
    form_seal, gone = seal(visiteur, link), passage(page, 1)
    page.refresh_from_db()
    latest = page.get_latest_revision_as_object()
    del latest.body[1]
    latest.save_revision(overwrite_revision=page.latest_revision)
    data = {f"passage-{gone}": "Gardée"}
    html = post(visiteur, link, form_seal, **data).content.decode()
    assert "Gardée</textarea>" in html
    assert "La mairie attendait." in html  # quoted beside the comment
    assert post(visiteur, link, form_seal, verdict="approved", **data).status_code == 302
    stored = AgreementAnswer.objects.get()
    assert stored.passages[0]["quote"] == "La mairie attendait."
    page.refresh_from_db()
    assert not page.get_latest_revision_as_object().is_agreed
