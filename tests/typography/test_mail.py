"""French mails are in French typography; what a visitor wrote is told as it was written."""

import pytest
from post_office.models import Email

from contact.mails.confirmation import written
from contact.mails.notification import notifications
from editing.outbox.letters import post
from tests import factories
from tests.steps.answering import stored, write

pytestmark = pytest.mark.django_db

TEXT = "L'essai : https://a.example/?q=l... ou l'essai@a.example\n> Vraiment ?\n- 50 %"
SHOWN = (
    "L’essai\u00a0: https://a.example/?q=l... ou l'essai@a.example\n> Vraiment\u202f?\n- 50\u00a0%"
)


def test_a_letter_is_typeset_but_for_its_addresses(site):
    post("l'essai@a.example", 'C\'est "lui" ?', TEXT)
    mail = Email.objects.get()
    assert mail.to == ["l'essai@a.example"]
    assert (mail.subject, mail.message) == ("C’est «\u00a0lui\u00a0»\u202f?", SHOWN)


@pytest.mark.parametrize(("language", "shown"), [("fr", "Bonjour\u202f!"), ("en", "Bonjour !")])
def test_an_answer_is_typeset_in_the_language_of_the_visitor(commercial, language, shown):
    quote_request = stored(language=language)
    write(commercial, quote_request, text="Bonjour !")
    assert Email.objects.get().message == f"{shown}\n"


def test_the_same_answer_twice_is_still_one_mail(commercial, site):
    quote_request = stored()
    subject = '"a" ' * 49  # typeset it is longer than a subject may be
    _, values = write(commercial, quote_request, text="Bonjour !", subject=subject)
    write(commercial, quote_request, **values)
    assert Email.objects.count() == 1


def test_the_confirmation_is_typeset(site):
    page = factories.quote_page()
    page.confirmation_text = "Merci, {name} : c'est noté !"
    assert written(page, "Zoé", "CW-1")[1] == "Merci, Zoé\u00a0: c’est noté\u202f!"


def test_the_team_reads_what_the_visitor_wrote(site):
    said = {"name": "how", "label": "Comment", "purpose": "", "value": 'Isn\'t it "remote" ?'}
    [mail] = notifications(stored(answers=[said], language="en"), ["devis@cyberworkers.example"])
    assert 'Isn\'t it "remote" ?' in mail.email.message
