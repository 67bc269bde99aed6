"""A translation is reviewed like any text: submitted, sent back, corrected, approved."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email

from tests.steps import reviewing, translating
from tests.steps.translating import act, fresh, latest, passage, post, put, said, seen, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(redactrice, traductrice):
    """The English draft of the writer's page, every passage translated."""
    page = translating.charter(redactrice.user)
    assert translating.translate(traductrice, page) == {201}
    return page


def told(subject):
    return {
        mail.to[0].partition("@")[0] for mail in Email.objects.filter(subject__contains=subject)
    }


def test_the_translator_submits_what_was_translated(page, traductrice, relecteur, cheffe):
    answer = submit(traductrice, page)
    assert "vient d’être soumis à relecture" in said(answer)
    assert reviewing.at(page) == "Relecture"
    assert latest(page).title == "Our charter"
    assert fresh(page).latest_revision.user == traductrice.user
    assert not fresh(page).live
    assert told("Our charter") == {"relecteur", "cheffe"}


def test_the_next_step_is_the_button_and_nothing_is_offered_that_is_refused(
    page, traductrice, relecteur, cheffe
):
    html = seen(traductrice, page)
    assert 'name="action-submit"' in html
    for other in ("action-publish", "action-save-draft", "stop/", "localize-convert-to-alias"):
        assert f'"{other}' not in html.split('class="translation-form"')[1], other
    assert 'name="action-publish"' in seen(cheffe, page)
    submit(traductrice, page)
    assert 'data-workflow-action-name="approve"' in seen(relecteur, page)
    assert "workflow-action-name" not in seen(traductrice, page)


def test_nobody_submits_twice(page, traductrice):
    submit(traductrice, page)
    state = reviewing.step(page)
    answer = submit(traductrice, page)
    assert "verrouillée" in said(answer)
    assert reviewing.step(page) == state


def test_while_it_is_reviewed_the_translator_reads_and_changes_nothing(page, traductrice):
    assert not translating.read_only(seen(traductrice, page))
    submit(traductrice, page)
    html = seen(traductrice, page)
    assert translating.read_only(html)
    assert "En relecture, à l’étape « Relecture »" in html
    answer = put(traductrice, page, passage(page, "title"), "Another title")
    assert answer.status_code == 423
    assert "En relecture" in answer.json()["detail"]
    assert translating.translation(page).get_progress() == (3, 3)
    upload = reverse("wagtail_localize:upload_pofile", args=[translating.translation(page).pk])
    answer = traductrice.post(upload, follow=True)
    assert "En relecture" in said(answer)


def test_what_is_sent_back_comes_with_the_comment_and_is_submitted_again(
    page, traductrice, relecteur
):
    submit(traductrice, page)
    Email.objects.all().delete()
    act(relecteur, page, "reject", "Le titre est trop littéral.")
    assert [mail.to for mail in Email.objects.all()] == [["traductrice@cyberworkers.example"]]
    html = seen(traductrice, page)
    assert "Le titre est trop littéral." in html
    assert not translating.read_only(html)
    put(traductrice, page, passage(page, "title"), "What we stand for")
    submit(traductrice, page)
    assert reviewing.at(page) == "Relecture"
    assert latest(page).title == "What we stand for"
    assert fresh(page).workflow_states.count() == 1


def test_two_approvals_publish_the_translation(page, traductrice, relecteur, cheffe, visiteur):
    submit(traductrice, page)
    answer = act(relecteur, page, "approve")
    assert "Étape suivante : « Validation »" in said(answer)
    act(cheffe, page, "approve")
    assert fresh(page).live
    read = visiteur.get(fresh(page).url).content.decode()
    assert "A first draft." in read
    assert "Un premier jet" not in read


def test_who_corrects_a_passage_does_not_approve_it(page, traductrice, relecteur):
    submit(traductrice, page)
    put(relecteur, page, passage(page, "title"), "The charter")
    answer = act(relecteur, page, "approve")
    assert "dernière modification" in said(answer)
    assert reviewing.at(page) == "Relecture"
    assert reviewing.approvals(page) == 0


def test_who_translated_last_is_the_author_whoever_submits(page, traductrice, relecteur, cheffe):
    put(relecteur, page, passage(page, "title"), "The charter")
    submit(traductrice, page)
    answer = act(relecteur, page, "approve")
    assert "dernière modification" in said(answer)
    act(cheffe, page, "approve")
    assert reviewing.at(page) == "Validation"


def test_who_gives_a_date_has_not_translated(page, traductrice, relecteur, cheffe):
    put(relecteur, page, passage(page, "title"), "The charter")
    draft = latest(page)
    draft.go_live_at = timezone.now() + timedelta(days=3)
    draft.save_revision(user=cheffe.user)
    submit(traductrice, page)
    assert "dernière modification" in said(act(relecteur, page, "approve"))


def test_a_passage_that_is_corrected_after_an_approval_is_approved_again(
    page, traductrice, relecteur, cheffe
):
    submit(traductrice, page)
    act(relecteur, page, "approve")
    put(cheffe, page, passage(page, "title"), "The charter")
    act(cheffe, page, "approve")
    assert not fresh(page).live
    assert reviewing.at(page) == "Relecture"


def test_nobody_approves_what_they_have_not_seen(page, traductrice, relecteur, cheffe):
    opened = timezone.now()
    submit(traductrice, page)
    put(cheffe, page, passage(page, "title"), "The charter")
    answer = act(relecteur, page, "approve", "Parfait.", opened=opened)
    assert "cheffe" in said(answer)
    assert "Parfait." in said(answer)
    assert reviewing.approvals(page) == 0
    act(relecteur, page, "reject", "Relisez.", opened=opened)  # to send back needs no certainty
    assert reviewing.step(page) is None


def test_own_changes_are_no_surprise(page, traductrice):
    opened = timezone.now()
    put(traductrice, page, passage(page, "title"), "The charter")
    submit(traductrice, page, opened=opened)
    assert reviewing.at(page) == "Relecture"


@pytest.mark.parametrize("opened", ["", "hier", "2026-13-45T00:00:00+00:00", "2026-01-01T00:00"])
def test_a_time_that_is_none_stops_nothing(page, traductrice, opened):
    traductrice.post(reviewing.edit_url(page), {"action-submit": "1", "translation-opened": opened})
    assert reviewing.at(page) == "Relecture"


def test_who_submitted_may_call_it_back(page, traductrice):
    submit(traductrice, page)
    post(traductrice, page, "action-cancel-workflow")
    assert reviewing.step(page) is None
    assert not translating.read_only(seen(traductrice, page))


def test_a_passage_that_the_page_refuses_is_named(traductrice):
    page = translating.interview()
    translating.translate(traductrice, page)
    total = translating.segments(page).count()
    put(traductrice, page, passage(page, "standfirst"), "Long " * 200)
    answer = submit(traductrice, page)
    assert "chapô" in said(answer)
    assert reviewing.step(page) is None
    assert translating.translation(page).get_progress() == (total, total - 1)


def test_a_title_that_is_too_long_is_refused_where_it_is_typed(page, traductrice):
    answer = put(traductrice, page, passage(page, "title"), "Long " * 60)
    assert answer.status_code == 400
    assert "255" in str(answer.json())
    submit(traductrice, page)
    assert latest(page).title == "Our charter"


def test_a_title_that_is_too_long_is_refused_in_a_file_too(page, traductrice):
    one = translating.translation(page)
    file = str(one.export_po()).replace("Our charter", "Long " * 60)
    answer = traductrice.post(
        reverse("wagtail_localize:upload_pofile", args=[one.pk]),
        {"file": SimpleUploadedFile("en.po", file.encode())},
        follow=True,
    )
    assert answer.status_code == 200
    assert "trop long" in said(answer)
