"""The home of the CMS shows the comments that are open on one's own texts."""

import json

import pytest
from django.utils import timezone
from wagtail.models import Comment, CommentReply

from tests.desk.panels import draft, panel

pytestmark = pytest.mark.django_db

NAME = "open-comments"
NONE = "Aucun commentaire n’est ouvert sur vos textes."


def comment(page, who, text="Vérifier la date.", path="title"):
    return Comment.objects.create(page=page, user=who.user, text=text, contentpath=path)


def test_a_writer_sees_what_is_said_of_her_text_and_opens_it_there(redactrice, relecteur):
    page = draft(redactrice, "La fibre au col")
    said = comment(page, relecteur)
    text = panel(redactrice, NAME)
    assert "La fibre au col" in text and "Vérifier la date." in text
    assert "Commentaire de relecteur" in text
    assert f"/edit/?comment={said.pk}" in text


def test_what_is_resolved_is_not_shown_nor_is_what_she_said_herself(redactrice, relecteur):
    page = draft(redactrice)
    comment(page, redactrice, "Une note à moi.")
    done = comment(page, relecteur)
    done.resolved_at = timezone.now()
    done.save()
    assert NONE in panel(redactrice, NAME)


def test_neither_is_a_comment_on_a_block_that_was_removed(redactrice, relecteur):
    page = draft(redactrice)
    there = json.loads(page.get_latest_revision().content["body"])[0]["id"]
    comment(page, relecteur, "Sur ce qui reste.", f"body.{there}.question")
    comment(page, relecteur, "Sur ce qui est parti.", "body." + "0" * 36 + ".question")
    text = panel(redactrice, NAME)
    assert "Sur ce qui reste." in text and "Sur ce qui est parti." not in text


def test_a_reviewer_sees_that_her_comment_was_answered(redactrice, relecteur):
    said = comment(draft(redactrice), relecteur)
    assert panel(relecteur, NAME) is None
    CommentReply.objects.create(comment=said, user=redactrice.user, text="C’est vérifié.")
    assert "On a répondu à votre commentaire" in panel(relecteur, NAME)


def test_nobody_sees_comments_on_the_texts_of_others(
    redactrice, relecteur, cheffe, traductrice, commercial
):
    comment(draft(redactrice), relecteur)
    for who in (cheffe, traductrice):
        assert NONE in panel(who, NAME)
    assert panel(commercial, NAME) is None


def test_a_comment_is_escaped(redactrice, relecteur):
    comment(draft(redactrice), relecteur, "<script>alert(1)</script>")
    assert "<script>alert" not in panel(redactrice, NAME)
