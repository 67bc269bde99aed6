"""The owner's page, in whatever way it comes: no word lost or added, the quote form left out."""

import pytest
from django.utils.html import strip_tags

from articles.models import Transcript
from articles.transcript.lines import Role
from tests.transcript.pasting import FILES, SEED, TITLE, cuts_url, draft, drop, file, html, taken
from tests.transcript.truth import CORPUS, read_truth, words

pytestmark = pytest.mark.django_db

TRUTH = read_truth(CORPUS / "seed.truth")


def expected(*roles):
    return [one.text for one in TRUTH.paragraphs if one.role in roles]


def plain(text):
    return text.replace("\u00a0", " ")


def pasted(client, way):
    if way == "text":
        return taken(client, SEED)
    if way == "text with its formatting":
        return taken(client, SEED, marked=file("clipboard.html", html().encode()))
    assert drop(client, way, FILES[way]()).status_code == 302
    return Transcript.objects.get()


@pytest.fixture(params=["text", "text with its formatting", *FILES])
def transcript(redactrice, request):
    return pasted(redactrice, request.param)


def test_it_becomes_a_draft_with_title_standfirst_and_five_exchanges(redactrice, transcript):
    page = draft(redactrice, transcript)
    assert page.title == TITLE
    assert [plain(page.standfirst)] == expected("standfirst")
    assert [block.block_type for block in page.body] == ["exchange"] * 5
    assert [plain(block.value["question"]) for block in page.body] == expected("question")
    assert not page.live
    answers = [answer["text"].source for b in page.body for answer in b.value["answers"]]
    assert words(strip_tags(" ".join(answers))) == words(" ".join(expected("answer")))
    assert [person.name for person in page.interviewees] == ["JM Billaut"]
    assert page.interviewers == []
    assert page.locale.language_code == "fr"
    assert page.owner == redactrice.user


def test_the_quote_form_and_the_name_of_the_site_are_left_out_and_shown_so(redactrice, transcript):
    cuts = transcript.cuts
    out = [plain(cuts.text(line)) for line in cuts.lines if line.role == Role.OUT]
    assert out == expected("out")
    response = redactrice.get(cuts_url(transcript))
    assert f"{len(out)} lignes laissées de côté" in response.content.decode()


def test_the_original_stays_as_it_came(redactrice, transcript):
    if transcript.kind == "txt":
        assert bytes(transcript.original).decode() == SEED
    draft(redactrice, transcript)
    transcript.refresh_from_db()
    assert transcript.original
