"""The home of the CMS shows where each of one's own texts is."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests import factories
from tests.desk.panels import draft, panel, scheduled, sent_back, submitted

pytestmark = pytest.mark.django_db


def test_a_writer_sees_where_each_of_her_texts_is(redactrice, relecteur):
    draft(redactrice, "Un brouillon")
    submitted(redactrice, "Une relecture")
    sent_back(redactrice, relecteur, "Un retour")
    scheduled(redactrice, "Un rendez-vous")
    scheduled(redactrice, "Un retard", timedelta(minutes=-20))
    live = factories.interview("En ligne déjà", owner=redactrice.user)
    live.save_revision(user=redactrice.user)
    factories.interview("En ligne et tranquille", owner=redactrice.user)
    text = panel(redactrice, "my-drafts")
    for title, place in {
        "Un brouillon": "Brouillon",
        "Une relecture": "En relecture, étape « Relecture » · chez : ",
        "Un retour": "Renvoyé par relecteur",
        "Un rendez-vous": "Programmé pour le ",
        "Un retard": "En retard : prévu le ",
        "En ligne déjà": "En ligne, avec des changements non publiés",
    }.items():
        row = text[text.index(title) :]
        assert place in row[: row.index("</li>")], title
    assert "Raccourcir la fin." in text
    assert "tranquille" not in text


def test_a_writer_does_not_see_the_drafts_of_others(redactrice, cheffe):
    draft(cheffe, "À la cheffe")
    assert "Vous n’avez aucun texte en cours." in panel(redactrice, "my-drafts")


def test_the_link_to_all_my_texts_leads_to_them(redactrice):
    for number in range(9):
        draft(redactrice, f"Brouillon {number}")
    address = reverse("wagtailadmin_explore_root") + f"?owner={redactrice.user.pk}"
    assert address in panel(redactrice, "my-drafts")
    assert "Brouillon 0" in redactrice.get(address, follow=True).content.decode()


def test_a_comment_of_a_reviewer_is_escaped(redactrice, relecteur):
    sent_back(redactrice, relecteur, comment="<script>alert(1)</script>")
    assert "<script>alert" not in panel(redactrice, "my-drafts")
