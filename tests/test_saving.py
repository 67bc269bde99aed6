"""Nobody loses text to somebody else's save, and the history keeps only what matters."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, PageLogEntry, Revision
from wagtail.test.utils.form_data import nested_form_data, rich_text

from editing import history
from editing.models import AutosavedRevision
from home.models import StandardPage
from tests.conftest import account, signed_in

pytestmark = pytest.mark.django_db

COMMENTS = {
    f"comments-{name}": value
    for name, value in {
        "TOTAL_FORMS": 0,
        "INITIAL_FORMS": 0,
        "MIN_NUM_FORMS": 0,
        "MAX_NUM_FORMS": "",
    }.items()
}


@pytest.fixture
def page(site):
    page = site.add_child(
        instance=StandardPage(title="Mentions", slug="mentions-2", body="<p>Un.</p>", live=False)
    )
    page.save_revision()
    return page


@pytest.fixture
def collegue(site):
    return signed_in(account("collegue", "Rédaction en chef"))


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def opened(client, page):
    """Open the editor; return what its form would post."""
    html = client.get(edit_url(page)).content.decode()
    revision = {
        name: re.search(rf'name="{name}" value="([^"]*)"', html)[1]
        for name in ("loaded_revision_id", "loaded_revision_created_at")
    }
    return COMMENTS | revision | {"title": page.title, "slug": page.slug}


def save(client, page, form, text, **extra):
    body = {"body": rich_text(f"<p>{text}</p>")}
    return client.post(edit_url(page), nested_form_data(body) | form | extra)


def autosave(client, page, form, text):
    """Save as the browser does by itself; the form then names the revision that it made."""
    body = nested_form_data({"body": rich_text(f"<p>{text}</p>")})
    answer = client.post(edit_url(page), body | form, headers={"Accept": "application/json"}).json()
    if answer.get("success"):
        form["overwrite_revision_id"] = str(answer["revision_id"])
    return answer


def hidden_fields(response):
    """Return the form of the question, as the browser would send it."""
    found = response.context["typed"]
    return {name: str(value) for name, value in found}


def texts(page):
    return [revision.content["body"] for revision in page.revisions.order_by("pk")]


# Two people at once


def test_a_save_over_somebody_elses_text_asks_first(cheffe, collegue, page):
    mine, theirs = opened(cheffe, page), opened(collegue, page)
    assert save(collegue, page, theirs, "Leur texte.").status_code == 302
    response = save(cheffe, page, mine, "Mon texte.")
    assert response.status_code == 409
    html = response.content.decode()
    assert "collegue a enregistré cette page" in html
    assert "Mon texte." in html  # still there
    assert "Mon texte." not in str(texts(page))
    page.refresh_from_db()
    assert "Leur texte." in page.latest_revision.content["body"]


def test_after_the_question_both_texts_are_kept_and_the_overtaken_one_is_a_click_away(
    cheffe, collegue, page
):
    mine, theirs = opened(cheffe, page), opened(collegue, page)
    save(collegue, page, theirs, "Leur texte.")
    overtaken = page.revisions.order_by("pk").last()
    question = save(cheffe, page, mine, "Mon texte.")
    html = cheffe.post(edit_url(page), hidden_fields(question), follow=True).content.decode()
    assert "Leur texte." in str(texts(page))
    page.refresh_from_db()
    assert "Mon texte." in page.latest_revision.content["body"]
    assert "Celle de collegue est gardée" in html
    bring_back = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, overtaken.pk])
    assert bring_back in html
    assert "Leur texte." in cheffe.get(bring_back).content.decode()
    assert (
        reverse(
            "wagtailadmin_pages:revisions_compare",
            args=[page.pk, overtaken.pk, page.latest_revision_id],
        )
        in html
    )


def test_the_question_links_to_what_changed(cheffe, collegue, page):
    before = page.latest_revision_id
    mine, theirs = opened(cheffe, page), opened(collegue, page)
    save(collegue, page, theirs, "Leur texte.")
    page.refresh_from_db()
    address = reverse(
        "wagtailadmin_pages:revisions_compare", args=[page.pk, before, page.latest_revision_id]
    )
    assert address in save(cheffe, page, mine, "Mon texte.").content.decode()


def test_publishing_over_somebody_elses_text_asks_first_too(cheffe, collegue, page):
    mine, theirs = opened(cheffe, page), opened(collegue, page)
    save(collegue, page, theirs, "Leur texte.")
    question = save(cheffe, page, mine, "Mon texte.", **{"action-publish": "1"})
    assert question.status_code == 409
    page.refresh_from_db()
    assert not page.live
    cheffe.post(edit_url(page), hidden_fields(question))
    page.refresh_from_db()
    assert page.live
    assert "Mon texte." in StandardPage.objects.get(pk=page.pk).body


def test_a_third_save_meanwhile_asks_again(cheffe, collegue, page):
    mine, theirs = opened(cheffe, page), opened(collegue, page)
    save(collegue, page, theirs, "Leur texte.")
    question = save(cheffe, page, mine, "Mon texte.")
    save(collegue, page, opened(collegue, page), "Leur autre texte.")
    assert cheffe.post(edit_url(page), hidden_fields(question)).status_code == 409


def test_one_person_in_two_windows_is_asked_too(cheffe, page):
    first, second = opened(cheffe, page), opened(cheffe, page)
    save(cheffe, page, second, "Autre fenêtre.")
    html = save(cheffe, page, first, "Première fenêtre.").content.decode()
    assert "dans une autre fenêtre" in html


def test_a_save_over_somebody_elses_autosave_asks_first_and_keeps_it(cheffe, collegue, page):
    mine, theirs = opened(cheffe, page), opened(collegue, page)
    autosave(collegue, page, theirs, "Saisi sans enregistrer.")
    question = save(cheffe, page, mine, "Mon texte.")
    assert question.status_code == 409
    cheffe.post(edit_url(page), hidden_fields(question))
    save(collegue, page, opened(collegue, page), "Plus tard.")
    assert "Saisi sans enregistrer." in str(texts(page))


def test_my_own_autosave_overtaken_by_another_save_asks_before_a_manual_save(
    cheffe, collegue, page
):
    mine = opened(cheffe, page)
    autosave(cheffe, page, mine, "Mon début.")
    save(collegue, page, opened(collegue, page), "Leur texte.")
    assert autosave(cheffe, page, mine, "Ma suite.")["error_code"] == "invalid_revision"
    question = save(cheffe, page, mine, "Ma suite.")
    assert question.status_code == 409
    assert cheffe.post(edit_url(page), hidden_fields(question)).status_code == 302
    for text in ("Mon début.", "Leur texte.", "Ma suite."):
        assert text in str(texts(page))


@pytest.mark.parametrize("number", ["x", "-1", "9" * 40, "²"])
def test_a_forged_revision_number_does_no_harm(cheffe, page, number):
    form = opened(cheffe, page)
    assert save(cheffe, page, form, "Un.", overtakes=number).status_code == 302
    form = opened(cheffe, page) | {"loaded_revision_id": number}
    assert save(cheffe, page, form, "Deux.").status_code == 409


def test_the_question_is_only_for_those_who_may_edit(commercial, cheffe, page):
    form = opened(cheffe, page)
    save(cheffe, page, form, "Nouveau.")
    assert save(commercial, page, form, "Intrus.").status_code == 302
    assert "Intrus." not in str(texts(page))


def test_what_was_typed_is_escaped_in_the_question(cheffe, collegue, page):
    mine = opened(cheffe, page) | {"title": '"><script>alert(1)</script>'}
    save(collegue, page, opened(collegue, page), "Leur texte.")
    html = save(cheffe, page, mine, "Mon texte.").content.decode()
    assert "<script>alert(1)" not in html


def test_saving_in_peace_asks_nothing(cheffe, page):
    for text in ("Un.", "Deux.", "Trois."):
        assert save(cheffe, page, opened(cheffe, page), text).status_code == 302


# Autosave


def test_the_editor_saves_by_itself_every_few_seconds(cheffe, page):
    assert 'data-w-autosave-interval-value="3000"' in cheffe.get(edit_url(page)).content.decode()


def test_autosaves_of_one_sitting_and_the_save_that_ends_it_are_one_version(cheffe, page):
    form = opened(cheffe, page)
    for number in range(5):
        autosave(cheffe, page, form, f"Phrase {number}.")
    save(cheffe, page, form, "Phrase 5.")
    assert len(texts(page)) == 2
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.edit").count() == 1
    assert not AutosavedRevision.objects.exists()


def test_publishing_leaves_no_autosave_behind(cheffe, page):
    form = opened(cheffe, page)
    autosave(cheffe, page, form, "Presque.")
    save(cheffe, page, form, "Fini.", **{"action-publish": "1"})
    assert "Presque." not in str(texts(page))
    assert "Fini." in str(texts(page))


def test_an_autosave_of_an_earlier_sitting_goes_when_the_same_person_saves(cheffe, page):
    autosave(cheffe, page, opened(cheffe, page), "Hier.")
    assert "Hier." in str(texts(page))
    save(cheffe, page, opened(cheffe, page), "Hier et aujourd’hui.")
    assert len(texts(page)) == 2


def test_an_autosave_of_somebody_else_stays(cheffe, collegue, page):
    autosave(collegue, page, opened(collegue, page), "Saisi par la collègue.")
    save(cheffe, page, opened(cheffe, page), "Corrigé.")
    assert "Saisi par la collègue." in str(texts(page))


def test_an_autosave_that_somebody_else_replaced_since_stays(cheffe, collegue, page):
    autosave(collegue, page, opened(collegue, page), "Saisi par la collègue.")
    save(cheffe, page, opened(cheffe, page), "Remplacé.")
    save(collegue, page, opened(collegue, page), "Remplacé et corrigé.")
    assert "Saisi par la collègue." in str(texts(page))


def test_an_autosave_without_a_later_save_stays(cheffe, page):
    autosave(cheffe, page, opened(cheffe, page), "Pas fini.")
    assert history.prune() == 0
    assert "Pas fini." in str(texts(page))


def sitting(client, page):
    """Leave an autosave that a later save contains; return it, still there."""
    form = opened(client, page)
    autosave(client, page, form, "Brouillon.")
    revision = Revision.objects.get(pk=form["overwrite_revision_id"])
    page.refresh_from_db()
    page.save_revision(user=client.user)
    return revision


def test_the_nightly_pass_takes_what_a_later_save_contains(cheffe, page):
    revision = sitting(cheffe, page)
    assert history.prune() == 1
    assert not Revision.objects.filter(pk=revision.pk).exists()


@pytest.mark.parametrize(
    "reason", ["scheduled", "commented", "in a review", "published", "saved by hand", "live"]
)
def test_the_nightly_pass_leaves_what_matters(cheffe, page, reason):
    revision = sitting(cheffe, page)
    if reason == "scheduled":
        revision.approved_go_live_at = timezone.now()
        revision.save()
    elif reason == "commented":
        Comment.objects.create(
            page=page, user=cheffe.user, text="?", contentpath="body", revision_created=revision
        )
    elif reason == "in a review":
        page.get_workflow().start(page, cheffe.user)
        page.current_workflow_task_state.__class__.objects.update(revision=revision)
    elif reason == "published":
        PageLogEntry.objects.create(
            page=page,
            action="wagtail.publish",
            label=page.title,
            revision=revision,
            timestamp=timezone.now(),
            content_type=page.content_type,
        )
    elif reason == "saved by hand":
        history.keep(page)
    else:
        StandardPage.objects.filter(pk=page.pk).update(live_revision=revision)
    assert history.prune() == 0
    assert Revision.objects.filter(pk=revision.pk).exists()


def test_the_nightly_pass_thins_the_log_of_autosaves(cheffe, page):
    form = opened(cheffe, page)
    for number in range(4):
        autosave(cheffe, page, form, f"Phrase {number}.")
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.edit").count() == 4
    history.prune()
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.edit").count() == 1
