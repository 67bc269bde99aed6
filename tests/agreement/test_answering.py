"""The person interviewed comments and answers, once for each press of the button."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from post_office.models import Email
from wagtail.models import PageLogEntry

from articles.models import AgreementAnswer, AgreementLink
from tests.agreement.steps import passage, post, seal
from tests.doubles.busy_database import takes_nothing

pytestmark = pytest.mark.django_db


def test_an_approval_is_stored_with_its_comments_and_shown_again(visiteur, page, link):
    remarks = {f"passage-{passage(page)}": "Le <i>syndicat</i>, pas la mairie."}
    answer = post(visiteur, link, verdict="approved", comment="Merci !", **remarks)
    assert answer.status_code == 302
    stored = AgreementAnswer.objects.get()
    assert stored.verdict == "approved"
    assert stored.comment == "Merci !"
    assert stored.passages[0]["quote"].startswith("Qui a creusé ?")
    assert stored.passages[0]["text"] == "Le <i>syndicat</i>, pas la mairie."
    html = visiteur.get(answer.url.split("#")[0]).content.decode()
    assert "Merci\u202f!" in html
    assert "Le &lt;i&gt;syndicat" in html
    assert "Le <i>syndicat" not in html


def test_an_answer_needs_no_cookie_and_no_csrf_token(link):
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(
        link.path, {"seal": seal(strict, link), "verdict": "approved"}, headers={"origin": "null"}
    )
    assert answer.status_code == 302
    assert not strict.cookies


def test_the_answer_is_in_the_history_under_the_interviewees_name(visiteur, page, link, redactrice):
    post(visiteur, link, verdict="changes", comment="Le nom.")
    entry = PageLogEntry.objects.get(action="agreement.changes")
    assert entry.user is None
    assert "Hélène Marchetti" in entry.message
    assert entry.page_id == page.pk


def test_a_double_click_is_one_answer(visiteur, link):
    form_seal = seal(visiteur, link)
    for _ in range(2):
        answer = post(visiteur, link, form_seal, verdict="approved", comment="Bien")
        assert answer.status_code == 302
    assert AgreementAnswer.objects.count() == 1


def test_the_same_form_with_another_answer_asks_before_it_is_sent(visiteur, link):
    form_seal = seal(visiteur, link)
    post(visiteur, link, form_seal, verdict="approved")
    answer = post(visiteur, link, form_seal, verdict="changes", comment="Attendez.")
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "Attendez." in html
    again = re.search(r'name="seal" value="([^"]+)"', html)[1]
    assert post(visiteur, link, again, verdict="changes", comment="Attendez.").status_code == 302
    assert AgreementAnswer.objects.count() == 2


REFUSED = [
    {"verdict": "", "comment": "Gardé"},
    {"verdict": "nonsense", "comment": "Gardé"},
    {"verdict": "approved", "comment": "Gardé" + "x" * 2000},
    {"verdict": "approved", "comment": "Gardé\x00"},
    {"verdict": "approved", "comment": "Gardé" + "x" * 1_000_000},
]


@pytest.mark.parametrize("data", REFUSED, ids=["none", "nonsense", "long", "nul", "megabyte"])
def test_a_refused_answer_says_why_and_keeps_what_was_typed(visiteur, page, link, data):
    remark = {f"passage-{passage(page, 1)}": "Gardée aussi"}
    answer = post(visiteur, link, **data, **remark)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert 'role="alert"' in html
    assert ">\nGardé" in html
    assert ">\nGardée aussi</textarea>" in html
    assert '<details class="remark" open>' in html
    assert not AgreementAnswer.objects.exists()


def test_changes_need_a_comment_somewhere(visiteur, page, link):
    assert post(visiteur, link, verdict="changes", comment=" ").status_code == 422
    remark = {f"passage-{passage(page)}": "Non."}
    assert post(visiteur, link, verdict="changes", **remark).status_code == 302


def test_a_new_line_counts_as_one_character(visiteur, link):
    text = "ligne\r\n" * 333
    assert post(visiteur, link, verdict="approved", comment=text).status_code == 302


def test_a_comment_on_a_passage_that_is_too_long_is_refused(visiteur, page, link):
    answer = post(visiteur, link, verdict="approved", **{f"passage-{passage(page)}": "x" * 2001})
    assert answer.status_code == 422
    assert f'href="#id_passage-{passage(page)}"' in answer.content.decode()


def test_more_than_the_server_takes_is_refused_with_a_sentence(visiteur, link):
    answer = post(visiteur, link, verdict="approved", comment="x" * 3_000_000)
    assert answer.status_code == 413
    assert "Cyberworkers" in answer.content.decode()


@pytest.mark.parametrize("form_seal", ["forged", "\x00", "a:b:c"])
def test_a_form_without_a_good_seal_keeps_the_text_and_asks_again(visiteur, link, form_seal):
    data = {"verdict": "approved", "comment": "Gardé", "passage-unknown": "Gardée aussi"}
    answer = post(visiteur, link, form_seal, **data)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Gardé" in html and "Gardée aussi" in html
    assert not AgreementAnswer.objects.exists()
    again = re.search(r'name="seal" value="([^"]+)"', html)[1]
    assert post(visiteur, link, again, **data).status_code == 302


def test_the_seal_of_another_link_is_refused(visiteur, page, link):
    other = AgreementLink.objects.make(page, 7, name="Un autre")
    assert post(visiteur, link, seal(visiteur, other), verdict="approved").status_code == 422
    assert not AgreementAnswer.objects.exists()


def test_a_further_answer_is_possible_until_the_link_expires(visiteur, link):
    post(visiteur, link, verdict="changes", comment="Le nom.")
    post(visiteur, link, verdict="approved")
    assert [answer.verdict for answer in link.answers.all()] == ["approved", "changes"]


def test_a_link_takes_no_more_answers_than_a_person_gives(visiteur, link, monkeypatch):
    monkeypatch.setattr("articles.agreement.answer.MOST_A_DAY", 2)
    for number in range(2):
        assert post(visiteur, link, verdict="changes", comment=f"{number}").status_code == 302
    form_seal = seal(visiteur, link)
    mails = Email.objects.count()
    answer = post(visiteur, link, form_seal, verdict="changes", comment="Encore une fois.")
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "n’a pas été prise en compte" in html
    assert "Encore une fois." in html
    assert (AgreementAnswer.objects.count(), Email.objects.count()) == (2, mails)
    yesterday = timezone.now() - timedelta(days=2)
    AgreementAnswer.objects.update(created_at=yesterday)
    assert post(visiteur, link, form_seal, verdict="changes", comment="Encore.").status_code == 302
    monkeypatch.setattr("articles.agreement.answer.MOST", 3)
    assert post(visiteur, link, verdict="changes", comment="Encore.").status_code == 422


def test_an_answer_that_cannot_be_stored_is_shown_again_and_can_be_sent_again(visiteur, link):
    same = seal(visiteur, link)
    with takes_nothing():
        assert Client().get(link.path).status_code == 200
        refused = post(visiteur, link, same, verdict="changes", comment="Le nom du syndicat.")
    assert refused.status_code == 503
    assert "Le nom du syndicat." in refused.content.decode()
    assert post(visiteur, link, same, verdict="changes", comment="Le nom.").status_code == 302
