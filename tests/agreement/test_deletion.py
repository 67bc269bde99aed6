"""An interview that is deleted takes its links and answers into the bin, and back."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email
from wagtail.models import PageLogEntry

from articles.models import AgreementAnswer, AgreementLink, InterviewPage
from editing.bin.deletion import purge
from editing.models import BinnedPage
from tests import factories
from tests.agreement.steps import NEW, agreed, change, links, passage, post, seal
from tests.steps.binning import binned, confirmation, delete, restore

pytestmark = pytest.mark.django_db


def rows(model):
    """Return all that the rows of ``model`` hold; of a time, the milliseconds."""
    return [
        {
            name: value.isoformat("T", "milliseconds") if hasattr(value, "isoformat") else value
            for name, value in row.items()
            if name != "revision_id"
        }
        for row in model.objects.order_by("pk").values()
    ]


def test_the_confirmation_says_what_becomes_of_links_and_answers(cheffe, page, link, visiteur):
    AgreementLink.objects.make(page, -1, name="Expiré")
    html = confirmation(cheffe, page)
    assert "1 lien" in html
    assert "réponse" not in html
    post(visiteur, link, verdict="approved")
    assert "1 réponse" in confirmation(cheffe, page)
    assert "est perdue" not in confirmation(cheffe, page)


def test_links_and_answers_come_back_with_the_interview(cheffe, page, link, visiteur):
    path, remark = link.path, {f"passage-{passage(page)}": "Le syndicat."}
    post(visiteur, link, verdict="changes", comment="Le nom.", **remark)
    post(visiteur, link, verdict="approved", comment="Merci !")
    before = rows(AgreementLink), rows(AgreementAnswer)
    delete(cheffe, page)
    assert not AgreementLink.objects.exists()
    restore(cheffe, binned(page))
    assert (rows(AgreementLink), rows(AgreementAnswer)) == before
    assert agreed(page)
    html = visiteur.get(path).content.decode()
    assert "La mairie attendait." in html
    assert "Merci\u202f!" in html
    assert cheffe.get(links(page)).status_code == 200
    assert post(visiteur, link, verdict="changes", comment="Encore.").status_code == 302


def test_links_come_back_with_what_lay_below_a_deleted_page(cheffe, page, link, visiteur):
    path, index = link.path, factories.index()
    delete(cheffe, index)
    assert visiteur.get(path).status_code == 404
    restore(cheffe, binned(index))
    assert visiteur.get(path).status_code == 200


def test_an_interview_can_be_deleted_and_brought_back_again(cheffe, page, link, visiteur):
    for _ in range(2):
        delete(cheffe, InterviewPage.objects.get(pk=page.pk))
        restore(cheffe, binned(page))
    assert visiteur.get(link.path).status_code == 200


def test_closed_links_come_back_closed(cheffe, page, link, visiteur):
    expired = AgreementLink.objects.make(page, -1, name="Expiré")
    withdrawn = AgreementLink.objects.make(page, 7, name="Retiré")
    cheffe.post(reverse("agreement_withdraw", args=[page.pk, withdrawn.pk]))
    delete(cheffe, page)
    restore(cheffe, binned(page))
    for closed in (expired, withdrawn):
        assert visiteur.get(closed.path).status_code == 404
    assert cheffe.get(links(page)).content.decode().count("Retiré")


def test_a_link_that_comes_back_keeps_its_last_day(cheffe, page, link, visiteur, monkeypatch):
    delete(cheffe, page)
    restore(cheffe, binned(page))
    later = timezone.now() + timedelta(days=14)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert visiteur.get(link.path).status_code == 404


def test_in_the_bin_a_link_answers_as_an_unknown_one(cheffe, client, page, link):
    path = link.path
    unknown = path.replace(link.token, "x" * 43)
    client.get(path)  # fills caches
    delete(cheffe, page)
    seen = set()
    for address in (unknown, path):
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(address)
        assert answer.status_code == 404
        seen.add((answer.content, len(captured)))
    assert len(seen) == 1


def test_a_form_that_was_open_meanwhile_still_sends(cheffe, page, link, visiteur):
    form_seal = seal(visiteur, link)
    delete(cheffe, page)
    answer = post(visiteur, link, form_seal, verdict="approved", comment="Gardé")
    assert answer.status_code == 404
    assert "Gardé" in answer.content.decode()
    restore(cheffe, binned(page))
    assert post(visiteur, link, form_seal, verdict="approved").status_code == 302
    assert agreed(page)


def test_an_outdated_answer_is_still_outdated(cheffe, page, link, visiteur):
    post(visiteur, link, verdict="approved")
    change(page, standfirst="Un autre chapeau.")
    delete(cheffe, page)
    restore(cheffe, binned(page))
    assert not agreed(page)
    assert cheffe.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_a_link_comes_back_without_its_maker_who_left_meanwhile(cheffe, page, link, visiteur):
    delete(cheffe, page)
    get_user_model().objects.filter(username="redactrice").delete()
    restore(cheffe, binned(page))
    assert AgreementLink.objects.get().created_by is None
    assert visiteur.get(link.path).status_code == 200


def test_after_30_days_nothing_of_the_interviewee_remains(redactrice, cheffe, page, visiteur):
    redactrice.post(links(page), NEW | {"email": "helene@example.org", "send": "1"})
    link = AgreementLink.objects.get()
    post(visiteur, link, verdict="approved", comment="Merci !")
    other = factories.interview(live=False, owner=redactrice.user)
    redactrice.post(links(other), NEW | {"email": "ines@example.org", "send": "1"})
    kept = Email.objects.get(to="ines@example.org")
    delete(cheffe, page)
    purge()
    assert BinnedPage.objects.get().related
    BinnedPage.objects.update(deleted_at=timezone.now() - timedelta(days=30))
    purge()
    assert not BinnedPage.objects.exists()
    assert AgreementLink.objects.get().page_id == other.pk
    assert not AgreementAnswer.objects.exists()
    assert list(Email.objects.all()) == [kept]
    entries = PageLogEntry.objects.filter(page=page.pk)
    assert entries.filter(action="wagtail.delete").exists()
    assert not [entry for entry in entries if "Hélène" in str(entry.data)]


def test_a_lost_key_erases_no_other_mail(cheffe, page, link, settings):
    Email.objects.create(to=["a@example.org"], from_email="b@example.org", message="Bonjour")
    delete(cheffe, page)
    settings.SECRET_KEY = "another-key-that-is-long-enough-0123456789"
    BinnedPage.objects.all().delete()
    assert Email.objects.count() == 1


def test_bringing_back_keeps_mails_and_history(redactrice, cheffe, page):
    redactrice.post(links(page), NEW | {"email": "helene@example.org", "send": "1"})
    delete(cheffe, page)
    restore(cheffe, binned(page))
    assert Email.objects.count() == 1
    assert PageLogEntry.objects.filter(action="agreement.link").count() == 1
