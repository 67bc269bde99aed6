"""An interviewee reads the draft by a secret link, comments and answers, without an account."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import PageLogEntry

from articles.models import AgreementAnswer, AgreementLink
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site):
    return factories.interview(
        "La fibre et le facteur",
        live=False,
        body=[
            factories.exchange("Qui a creusé ?"),
            {"type": "paragraph", "value": {"text": "<p>La mairie attendait.</p>"}},
        ],
    )


@pytest.fixture
def link(page, redactrice):
    return AgreementLink.objects.make(page, 14, name="Hélène Marchetti", created_by=redactrice.user)


def passage(page, number=0):
    return page.get_latest_revision_as_object().body[number].id


def seal(client, link):
    html = client.get(link.path).content.decode()
    return re.search(r'name="seal" value="([^"]+)"', html)[1]


def post(client, link, form_seal=None, **data):
    return client.post(link.path, {"seal": form_seal or seal(client, link), **data})


def change(page, **fields):
    page.refresh_from_db()
    latest = page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(latest, name, value)
    latest.save_revision()
    page.refresh_from_db()


# Reading.


def test_the_link_shows_the_draft_as_it_would_be_published(visiteur, link, page):
    html = visiteur.get(link.path).content.decode()
    assert "La fibre et le facteur" in html
    assert "Qui a creusé ?" in html
    assert factories.ANSWER in html
    assert "Hélène Marchetti" in html
    assert visiteur.get(page.url).status_code == 404


def test_a_live_page_shows_its_newest_draft(visiteur, link, page):
    page.save_revision().publish()
    change(page, title="Un autre titre")
    assert "Un autre titre" in visiteur.get(link.path).content.decode()
    assert "Un autre titre" not in visiteur.get(page.url).content.decode()


def test_an_english_draft_is_shown_in_english_below_the_english_address(visiteur):
    page = factories.interview("The postman", language="en", live=False)
    link = AgreementLink.objects.make(page, 7, name="Helen")
    assert link.path.startswith("/en/")
    html = visiteur.get(link.path).content.decode()
    assert '<html lang="en"' in html
    assert "Comment on this passage" in html
    with override("fr"):
        assert visiteur.get(link.path.removeprefix("/en")).status_code == 404


def test_the_draft_is_not_indexed_cached_or_told_to_others(visiteur, link):
    answer = visiteur.get(link.path)
    assert "noindex" in answer["X-Robots-Tag"]
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    html = answer.content.decode()
    assert '<meta name="robots" content="noindex' in html
    assert 'rel="canonical"' not in html
    assert "og:url" not in html


def test_the_draft_needs_no_cookie_and_keeps_the_strict_policy(visiteur, link):
    answer = visiteur.get(link.path)
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "unsafe" not in answer["Content-Security-Policy"]
    html = answer.content.decode()
    assert "style=" not in html
    assert not re.search(r"<script(?![^>]*src=)", html)


def test_the_draft_leads_to_nothing_that_is_private(visiteur, page, link):
    other = factories.interview("Autre brouillon", live=False)
    related = {"interviews": [factories.item(other.pk)]}
    field = page._meta.get_field("body")
    change(page, body=field.stream_block.to_python([{"type": "related", "value": related}]))
    assert "Autre brouillon" not in visiteur.get(link.path).content.decode()


def test_the_first_view_is_noted_but_not_that_of_an_editor(visiteur, redactrice, link):
    redactrice.get(link.path)
    link.refresh_from_db()
    assert link.seen_at is None
    visiteur.get(link.path)
    link.refresh_from_db()
    first = link.seen_at
    assert first
    visiteur.get(link.path)
    link.refresh_from_db()
    assert link.seen_at == first


def test_the_draft_takes_as_many_queries_with_few_passages_and_answers_as_with_many(visiteur, page):
    long = factories.interview(live=False, body=[factories.exchange()] * 12)
    counts = []
    for one in (page, long):
        link = AgreementLink.objects.make(one, 7, name="Hélène")
        for _ in range(1 if one is page else 4):
            post(visiteur, link, verdict="approved", **{f"passage-{passage(one)}": "Mieux."})
        with CaptureQueriesContext(connection) as captured:
            assert visiteur.get(link.path).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]


# Closed links.


def closed_paths(link):
    """Return the address of ``link`` changed in every way that must open nothing."""
    token = link.token
    swapped = ("A" if token[9] != "A" else "B").join([token[:9], token[10:]])
    tokens = [swapped, token[:-1], token + "x", "x", "a/b", "0" * 5000, token.lower()]
    return [link.path.replace(token, wrong) for wrong in tokens]


def test_closed_and_wrong_links_answer_the_same_with_the_same_queries(client, page, link):
    expired = AgreementLink.objects.make(page, -1, name="Expiré")
    withdrawn = AgreementLink.objects.make(page, 7, name="Retiré")
    withdrawn.withdrawn_at = timezone.now()
    withdrawn.save()
    client.get(link.path)  # fills caches
    seen = set()
    for path in [expired.path, withdrawn.path, *closed_paths(link)]:
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(path)
        assert answer.status_code == 404
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "noindex" in answer["X-Robots-Tag"]
        seen.add((answer.content, len(captured)))
    assert len(seen) == 1


def test_a_token_in_another_alphabet_is_not_found(visiteur, link):
    assert visiteur.get(link.path.replace(link.token, "é" * 43)).status_code == 404


def test_a_closed_link_takes_no_answer_and_gives_the_typed_text_back(visiteur, link):
    form_seal = seal(visiteur, link)
    AgreementLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    answer = post(visiteur, link, form_seal, verdict="approved", comment="Très <b>bien</b>")
    assert answer.status_code == 404
    assert "Très &lt;b&gt;bien" in answer.content.decode()
    assert not AgreementAnswer.objects.exists()


def test_a_deleted_page_is_not_found(visiteur, page, link):
    path = link.path
    page.delete()
    assert visiteur.get(path).status_code == 404


def test_the_database_holds_no_token(link):
    row = AgreementLink.objects.filter(pk=link.pk).values_list().get()
    assert link.token not in map(str, row)
    assert len(link.token) == 43


def test_a_link_outlives_a_change_of_the_secret_key(visiteur, link, settings):
    path, token = link.path, link.token
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-that-is-long-enough-0123456789"
    assert link.token == token
    settings.SECRET_KEY_FALLBACKS = []
    assert link.token == link.path == link.url == ""
    assert visiteur.get(path).status_code == 200


# Answering.


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
    assert "Merci !" in html
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


# The text changes meanwhile.


def test_an_answer_concerns_the_version_that_was_seen(visiteur, page, link):
    page.save_revision()
    page.refresh_from_db()
    seen = page.latest_revision
    form_seal = seal(visiteur, link)
    change(page, standfirst="Un autre chapeau.")
    answer = post(visiteur, link, form_seal, verdict="approved")
    stored = AgreementAnswer.objects.get()
    assert stored.revision == seen
    html = visiteur.get(answer.url.split("#")[0]).content.decode()
    assert "agreement__news" in html
    assert "Un autre chapeau." in html


def test_an_error_shows_the_version_that_was_seen_and_says_that_it_is_old(visiteur, page, link):
    page.save_revision()
    form_seal = seal(visiteur, link)
    change(page, standfirst="Un autre chapeau.")
    html = post(visiteur, link, form_seal, comment="Gardé").content.decode()
    assert "agreement__news" in html
    assert "Un autre chapeau." not in html
    assert "Gardé" in html


def test_comments_survive_when_autosave_wrote_over_the_version_seen(visiteur, page, link):
    page.save_revision()
    form_seal, gone = seal(visiteur, link), passage(page, 1)
    page.refresh_from_db()
    latest = page.get_latest_revision_as_object()
    del latest.body[1]
    latest.save_revision(overwrite_revision=page.latest_revision)
    data = {f"passage-{gone}": "Gardée"}
    html = post(visiteur, link, form_seal, **data).content.decode()
    assert "Gardée</textarea>" in html
    assert "La mairie attendait." in html  # quoted beside the comment
    assert post(visiteur, link, form_seal, verdict="approved", **data).status_code == 302
    stored = AgreementAnswer.objects.get()
    assert stored.passages[0]["quote"] == "La mairie attendait."
    page.refresh_from_db()
    assert not page.get_latest_revision_as_object().is_agreed
