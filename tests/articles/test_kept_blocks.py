"""The HTML of a block is kept, and readers see every change of what it shows at once."""

import pytest
from django.utils.translation import override

from tests import factories

pytestmark = pytest.mark.django_db

LINK = '<p>Voir <a linktype="page" id="%d">cet entretien</a>.</p>'


def shown(client, page):
    return client.get(page.url).content.decode()


def test_an_interview_is_the_same_when_it_is_read_again(client):
    page = factories.interview(body=factories.rich_body(2, factories.interview()))
    assert shown(client, page) == shown(client, page)


def test_a_speaker_who_is_renamed_has_the_new_name_in_the_answer(client):
    speaker = factories.person("Ana Ruiz", "ana-ruiz")
    page = factories.interview(body=[factories.exchange(speaker=speaker.pk)])
    assert '<p class="answer__speaker">Ana Ruiz</p>' in shown(client, page)
    speaker.name = "Ana Ruiz-Leroy"
    speaker.save()
    assert '<p class="answer__speaker">Ana Ruiz-Leroy</p>' in shown(client, page)


def test_a_speaker_who_is_gone_is_named_no_more(client):
    speaker = factories.person("Ana Ruiz", "ana-ruiz")
    page = factories.interview(body=[factories.exchange(speaker=speaker.pk)])
    assert "Ana Ruiz" in shown(client, page)
    speaker.delete()
    assert "Ana Ruiz" not in shown(client, page)


def test_a_document_has_its_new_name_at_once_and_none_when_it_is_gone(client):
    document = factories.document("Convention")
    body = [{"type": "document", "value": {"document": document.pk}}] * 2
    page = factories.interview(body=body)
    assert shown(client, page).count(f'<a href="{document.url}">Convention</a>') == 2
    assert "PDF, 8" in shown(client, page)
    document.title = "Convention signée"
    document.save()
    assert shown(client, page).count(f'<a href="{document.url}">Convention signée</a>') == 2
    document.delete()
    assert "Convention" not in shown(client, page)


def test_a_link_leads_to_where_the_other_page_has_moved(client):
    other = factories.interview()
    page = factories.interview(body=[factories.exchange(answers=[LINK % other.pk])])
    assert f'<a href="{other.url}">' in shown(client, page)
    other.slug = "ailleurs"
    other.save()
    assert '<a href="/entretiens/ailleurs/">' in shown(client, page)


def test_a_corrected_answer_is_shown_corrected(client):
    page = factories.interview(body=[factories.exchange(answers=["<p>Juin</p>"])])
    assert "<p>Juin</p>" in shown(client, page)
    page.body = [("exchange", {"question": "Quand ?", "answers": [{"text": "<p>Juillet</p>"}]})]
    page.save()
    answer = shown(client, page)
    assert "<p>Juillet</p>" in answer
    assert "<p>Juin</p>" not in answer


def test_the_words_around_a_block_are_in_the_language_of_the_reader():
    block = factories.InterviewPage._meta.get_field("body").stream_block.child_blocks[
        "editors_note"
    ]
    note = block.to_python({"text": "<p>Note</p>"})
    with override("fr"):
        assert "Note de la rédaction" in block.render(note)
    with override("en"):
        assert "Editor&#x27;s note" in block.render(note) or "Editor's note" in block.render(note)


def test_two_questions_with_the_same_words_have_each_their_own_address(client):
    same = [{**factories.exchange(), "id": one} for one in ("premier", "second")]
    answer = shown(client, factories.interview(body=same))
    assert 'id="q-premier"' in answer
    assert 'id="q-second"' in answer
