"""Editors of an interview make, send and withdraw links."""

import pytest
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email
from wagtail.models import PageLogEntry

from articles.models import AgreementLink
from tests import factories
from tests.agreement.steps import NEW, editor, links, post

pytestmark = pytest.mark.django_db


def test_a_writer_makes_a_link_and_copies_it_from_the_editor(redactrice, page, visiteur):
    assert redactrice.post(links(page), NEW).status_code == 302
    link = AgreementLink.objects.get()
    assert link.created_by == redactrice.user
    assert 13 <= (link.expires_at - timezone.now()).days <= 14
    for address in (links(page), editor(page)):
        assert f'value="{link.url}"' in redactrice.get(address).content.decode()
    assert visiteur.get(link.path).status_code == 200
    assert not Email.objects.exists()


def test_the_first_link_is_offered_to_the_interviewee_for_fourteen_days(redactrice, page):
    html = redactrice.get(links(page)).content.decode()
    assert 'value="Hélène Marchetti"' in html
    assert '<option value="14" selected>' in html


def test_a_link_with_an_address_is_mailed_in_the_language_of_the_page(redactrice):
    page = factories.interview("The postman", language="en", live=False, owner=redactrice.user)
    data = NEW | {"email": "helen@example.org", "message": "Dear Helen", "send": "1"}
    assert redactrice.post(links(page), data).status_code == 302
    link, mail = AgreementLink.objects.get(), Email.objects.get()
    assert link.sent_at
    assert mail.to == ["helen@example.org"]
    assert mail.subject == "Please read before publication: The postman"
    assert link.url in mail.message
    assert "/en/" in link.url
    assert "Dear Helen" in mail.message
    assert mail.headers["Reply-To"] == redactrice.user.email
    redactrice.post(reverse("agreement_send", args=[page.pk, link.pk]))
    assert Email.objects.count() == 2


REFUSED = [
    {"name": ""},
    {"name": "x" * 121},
    {"name": "x\x00"},
    {"email": "nonsense"},
    {"message": "x" * 2001},
    {"days": "3650"},
    {"days": ""},
    {"send": "1"},
]


@pytest.mark.parametrize("wrong", REFUSED, ids=lambda wrong: next(iter(wrong)))
def test_a_bad_link_form_is_refused_and_kept(redactrice, page, wrong):
    answer = redactrice.post(links(page), NEW | {"message": "Gardé"} | wrong)
    assert answer.status_code == 200
    assert "w-field--error" in answer.content.decode()
    assert not AgreementLink.objects.exists()


def test_a_withdrawn_link_opens_nothing_and_cannot_be_sent(redactrice, page, link, visiteur):
    AgreementLink.objects.update(email="helene@example.org")
    redactrice.post(reverse("agreement_withdraw", args=[page.pk, link.pk]))
    assert visiteur.get(link.path).status_code == 404
    redactrice.post(reverse("agreement_send", args=[page.pk, link.pk]))
    assert not Email.objects.exists()
    html = redactrice.get(links(page)).content.decode()
    assert link.url not in html
    assert "Hélène Marchetti" in html


def test_each_step_is_in_the_history(redactrice, page, visiteur):
    redactrice.post(links(page), NEW | {"email": "h@example.org", "send": "1"})
    link = AgreementLink.objects.get()
    post(visiteur, link, verdict="changes", comment="Le nom.")
    post(visiteur, link, verdict="approved")
    redactrice.post(reverse("agreement_withdraw", args=[page.pk, link.pk]))
    actions = PageLogEntry.objects.filter(action__startswith="agreement.").order_by("pk")
    assert [entry.action.removeprefix("agreement.") for entry in actions] == [
        "link",
        "send",
        "changes",
        "approved",
        "withdraw",
    ]
    html = redactrice.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert html.count("Hélène Marchetti") >= 5
