"""What the editor works out once is right for whoever opens it next."""

import html
import json
import re

import pytest

from tests import factories
from tests.conftest import account, signed_in
from tests.steps.editing import answer_linking_to, edit

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(cheffe):
    """A colleague who works in English."""
    user = account("editor", "Rédaction en chef")
    user.wagtail_userprofile.preferred_language = "en"
    user.wagtail_userprofile.save()
    return signed_in(user)


def opened(client, page):
    return html.unescape(client.get(edit(page)).content.decode())


def blocks(client, page):
    """Return the labels of the blocks that the editor offers."""
    (told,) = re.findall(
        r'data-w-block-data-value="([^"]*)"', client.get(edit(page)).content.decode()
    )
    return re.findall(
        r'"label": "([^"]*)"', json.dumps(json.loads(html.unescape(told)), ensure_ascii=False)
    )


def one_more(client, page, links):
    """Return the HTML of the form of one more person or topic."""
    found = re.search(
        rf'<template id="id_{links}-EMPTY_FORM_TEMPLATE">.*?</template>', opened(client, page), re.S
    )
    return found[0]


def test_each_person_is_offered_the_blocks_in_their_own_language(cheffe, editor):
    page = factories.interview()
    french = blocks(cheffe, page)
    assert "Question et réponse" in french
    assert "Question and answer" in blocks(editor, page)
    assert blocks(cheffe, page) == french


def test_each_person_is_offered_one_more_person_in_their_own_language(cheffe, editor):
    page = factories.interview()
    assert "Choisir un autre" in one_more(cheffe, page, "interviewee_links")
    assert "Choose another" in one_more(editor, page, "interviewee_links")


def test_one_more_person_and_one_more_topic_are_not_mixed_up(cheffe):
    page = factories.interview()
    for links, name in [
        ("interviewee_links", "person"),
        ("interviewer_links", "person"),
        ("topic_links", "topic"),
    ]:
        assert f'name="{links}-__prefix__-{name}"' in one_more(cheffe, page, links)


def test_a_link_in_a_text_is_shown_with_the_address_that_the_page_has_now(cheffe):
    linked = factories.interview(slug="avant")
    page = factories.interview(body=[answer_linking_to(linked.pk)])
    assert "/entretiens/avant/" in opened(cheffe, page)
    linked.slug = "apres"
    linked.save()
    assert "/entretiens/apres/" in opened(cheffe, page)


def test_the_editor_shows_the_text_that_is_stored_now(cheffe):
    page = factories.interview(body=[factories.exchange(answers=["<p>Nous restons.</p>"])])
    assert "Nous restons." in opened(cheffe, page)
    page.body = [("paragraph", {"text": "<p>Nous partons.</p>"})]
    page.save()
    assert "Nous partons." in opened(cheffe, page)
    assert "Nous restons." not in opened(cheffe, page)
