"""The home of the CMS shows which interviewees answered, and whom one waits for since when."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import AgreementAnswer, AgreementLink
from tests.desk.panels import draft, panel

pytestmark = pytest.mark.django_db

NAME = "agreements"
NONE = "L’accord d’aucune personne interrogée n’est demandé."


def asked(client, page=None, days=14):
    page = page or draft(client, "La fibre et le facteur")
    return AgreementLink.objects.make(page, days, name="Hélène Marchetti", created_by=client.user)


def answer(link, verdict="changes", comment="Deux dates à revoir.", passages=()):
    return AgreementAnswer.objects.create(
        link=link,
        form_id=uuid.uuid4(),
        digest="",
        verdict=verdict,
        comment=comment,
        passages=list(passages),
    )


def test_a_writer_sees_whom_she_waits_for_and_since_when(redactrice):
    link = asked(redactrice)
    moment = timezone.now() - timedelta(days=3)
    AgreementLink.objects.filter(pk=link.pk).update(created_at=moment)
    text = panel(redactrice, NAME)
    assert "On attend Hélène Marchetti" in text
    assert "demandé il y a 3 jours" in text
    assert reverse("agreement_links", args=[link.page_id]) in text


def test_a_writer_sees_what_was_answered(redactrice):
    remark = {"id": "1", "quote": "Qui a creusé ?", "text": "C’était en mai."}
    answer(asked(redactrice), passages=[remark])
    text = panel(redactrice, NAME)
    assert "Hélène Marchetti demande des changements" in text
    assert "1 remarque sur un passage" in text
    assert "Deux dates à revoir." in text


def test_an_approval_is_said_until_the_text_is_published(redactrice):
    link = asked(redactrice)
    answer(link, "approved", "")
    assert "Hélène Marchetti a approuvé le texte" in panel(redactrice, NAME)
    link.page.save_revision().publish()
    assert NONE in panel(redactrice, NAME)


def test_a_link_that_closed_without_an_answer_is_waited_for_no_longer(redactrice):
    asked(redactrice, days=-1)
    assert NONE in panel(redactrice, NAME)


@pytest.mark.parametrize(
    "verdict, shown", [("changes", NONE), ("approved", "Hélène Marchetti a approuvé le texte")]
)
def test_of_a_withdrawn_link_an_approval_stays_and_what_was_to_change_goes(
    redactrice, verdict, shown
):
    link = asked(redactrice)
    answer(link, verdict)
    AgreementLink.objects.filter(pk=link.pk).update(withdrawn_at=timezone.now())
    assert shown in panel(redactrice, NAME)


def test_only_whose_text_it_is_or_who_asked_sees_it(
    redactrice, relecteur, cheffe, traductrice, commercial
):
    page = draft(redactrice, "La fibre et le facteur")
    answer(asked(cheffe, page))
    for who in (redactrice, cheffe):
        assert "demande des changements" in panel(who, NAME)
    assert NONE in panel(traductrice, NAME)
    assert panel(relecteur, NAME) is None
    assert panel(commercial, NAME) is None


def test_what_an_interviewee_wrote_is_escaped(redactrice):
    answer(asked(redactrice), comment="<script>alert(1)</script>")
    assert "<script>alert" not in panel(redactrice, NAME)
