"""What an answer says is what was written: no sign is torn, no place of a template left open."""

import pytest
from post_office.models import Email

from contact.mails.placeholders import fill
from contact.models import ReplyTemplate
from editing.outbox.queue import queue
from tests.steps.answering import stored, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def quote_request(site):
    return stored()


@pytest.mark.parametrize("sign", ["👩‍🔧", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "👍🏽", "❤️", "e\u0301"])
@pytest.mark.parametrize("before", [10, *range(190, 201)])
def test_no_sign_of_a_subject_is_torn(commercial, quote_request, sign, before):
    queue("solange@prevert.example", "x" * before + sign + "suite", "Bonjour.")
    subject = Email.objects.get().subject
    assert sign in subject or set(subject) == {"x"}
    assert len(subject) <= 200


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_template_with_open_places_is_not_sent(commercial, quote_request, language):
    for chosen in ReplyTemplate.objects.filter(language=language):
        Email.objects.all().delete()
        text = fill(chosen.text, quote_request.name, quote_request.reference)
        answer, _ = write(commercial, quote_request, text=text.replace("\n", "\r\n"))
        if "…" not in chosen.text:
            assert answer.status_code == 302
            continue
        assert answer.status_code == 422
        html = answer.content.decode()
        assert "Complétez ou retirez" in html
        assert not Email.objects.exists()
        filled = text.replace(" …", " trois jours").replace("\n…", "\ntrois")
        answer, _ = write(commercial, quote_request, text=filled)
        assert answer.status_code == 302


@pytest.mark.parametrize("text", ["Bonjour… nous verrons.", "Vous écriviez « nous… ».", "« Et … »"])
def test_an_ellipsis_within_a_sentence_is_no_open_place(commercial, quote_request, text):
    assert write(commercial, quote_request, text=text)[0].status_code == 302


@pytest.mark.parametrize("open_place", ["{}", "{ }", "{date}", "{montant ht}", "{…}"])
def test_braces_stop_an_answer_and_are_named(commercial, site, open_place):
    answer, _values = write(commercial, stored(), text=f"Bonjour,\nà partir du {open_place}.")
    assert answer.status_code == 422
    assert "Complétez ou retirez" in answer.content.decode()
    assert Email.objects.count() == 0


def test_braces_in_the_subject_stop_it_too(commercial, site):
    answer, _values = write(commercial, stored(), subject="Votre demande {}")
    assert answer.status_code == 422
    assert Email.objects.count() == 0
