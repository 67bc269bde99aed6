"""A translation is published under the rules of any page, and never in the source's language."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import StringTranslation, TranslationSource

from tests.steps import reviewing, translating
from tests.steps.translating import (
    complete,
    fresh,
    latest,
    passage,
    publish,
    put,
    said,
    seen,
    submit,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(redactrice, traductrice):
    """The English draft of the writer's page, every passage translated."""
    page = translating.charter(redactrice.user)
    complete(page, traductrice.user)
    return page


@pytest.fixture
def live(page, cheffe):
    publish(cheffe, page)
    return fresh(page)


def dated(page, user, **delay):
    """Give the draft of ``page`` a date, as the calendar does."""
    draft = latest(page)
    draft.go_live_at = timezone.now() + timedelta(**delay)
    draft.save_revision(user=user)


def test_the_chief_publishes_a_translation(page, cheffe, visiteur):
    answer = publish(cheffe, page)
    assert "a été publiée" in said(answer)
    read = visiteur.get(fresh(page).url).content.decode()
    assert "Our charter" in read
    assert "Notre charte" not in read


def test_the_button_of_the_stock_editor_does_the_same(page, cheffe):
    cheffe.post(reviewing.edit_url(page), {"action": "publish"})
    assert fresh(page).live


@pytest.mark.parametrize("posted", [{"action": "publish"}, {"action-publish": "1"}])
@pytest.mark.parametrize("who", ["traductrice", "relecteur", "redactrice"])
def test_who_has_no_right_is_refused(page, who, posted, request):
    client = request.getfixturevalue(who)
    answer = client.post(reviewing.edit_url(page), posted, follow=True)
    assert "vous n'avez pas les autorisations" in said(answer)
    assert not fresh(page).live


def test_what_is_private_in_french_is_private_in_english(page, cheffe, visiteur):
    french = page.get_translation(TranslationSource.objects.first().locale)
    PageViewRestriction.objects.create(page=french, restriction_type="login")
    publish(cheffe, page)
    assert visiteur.get(fresh(page).url).status_code == 302


def test_to_publish_opens_no_private_page(page, cheffe, visiteur):
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    publish(cheffe, page)
    assert visiteur.get(fresh(page).url).status_code == 302


def test_what_is_not_translated_is_named_and_stops_publication(page, cheffe):
    StringTranslation.objects.filter(context__object_id=page.translation_key).filter(
        context__path="title"
    ).delete()
    assert "« Notre charte »" in seen(cheffe, page)
    answer = publish(cheffe, page)
    assert "n’a pas été publié" in said(answer)
    assert "« Notre charte »" in said(answer)
    assert not fresh(page).live


def test_a_word_that_is_the_same_in_both_languages_is_translated(page, cheffe):
    put(cheffe, page, passage(page, "title"), "Notre charte")
    publish(cheffe, page)
    assert fresh(page).live


def test_readers_keep_the_english_text_when_the_source_changes(live, cheffe, traductrice, visiteur):
    translating.source_changes(live, body="<p>Un second jet.</p>")
    assert "« Un second jet. »" in seen(traductrice, live)
    publish(cheffe, live)
    submit(traductrice, live)
    read = visiteur.get(fresh(live).url).content.decode()
    assert "A first draft." in read
    assert "second jet" not in read


def test_what_is_submitted_is_not_read_before_it_is_approved(live, traductrice, visiteur):
    put(traductrice, live, passage(live, "title"), "A new title")
    submit(traductrice, live)
    assert latest(live).title == "A new title"
    assert "A new title" not in visiteur.get(fresh(live).url).content.decode()


def test_a_stale_source_is_said_to_all_and_the_remedy_to_who_has_it(live, traductrice, cheffe):
    source = TranslationSource.objects.get(object_id=live.translation_key)
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    french = live.get_translation(source.locale)
    french.body = "<p>Un second jet.</p>"
    french.save_revision().publish()
    assert "La source a été republiée" in seen(traductrice, live)
    assert address not in seen(traductrice, live).split("data-translation-state")[1]
    assert address in seen(cheffe, live).split("data-translation-state")[1]


def test_a_date_schedules_and_says_so(page, cheffe):
    dated(page, cheffe.user, days=3)
    assert "Programmer pour" in seen(cheffe, page)
    answer = publish(cheffe, page)
    assert "planifiée" in said(answer)
    assert "Sera publié le" in said(answer)
    assert "a été publiée" not in said(answer)
    assert not fresh(page).live
    assert fresh(page).scheduled_revision.as_object().title == "Our charter"


def test_a_date_keeps_readers_of_a_published_translation_from_the_new_text(live, cheffe, visiteur):
    put(cheffe, live, passage(live, "title"), "A new title")
    dated(live, cheffe.user, days=3)
    publish(cheffe, live)
    assert fresh(live).scheduled_revision.as_object().title == "A new title"
    assert "A new title" not in visiteur.get(fresh(live).url).content.decode()


def test_what_is_scheduled_is_locked_until_the_schedule_is_cancelled(page, cheffe):
    dated(page, cheffe.user, days=3)
    publish(cheffe, page)
    scheduled = fresh(page).scheduled_revision
    html = seen(cheffe, page)
    assert translating.read_only(html)
    assert "Sera publi" in html
    assert reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, scheduled.pk]) in html
    assert put(cheffe, page, passage(page, "title"), "Too late").status_code == 423
    answer = publish(cheffe, page)
    assert "verrouillée" in said(answer)
    assert fresh(page).scheduled_revision == scheduled
    cheffe.post(reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, scheduled.pk]))
    assert put(cheffe, page, passage(page, "title"), "In time").status_code in (200, 201)


def test_what_another_person_locked_is_neither_changed_nor_published(page, cheffe, relecteur):
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=relecteur.user)
    assert translating.read_only(seen(cheffe, page))
    publish(cheffe, page)
    assert not fresh(page).live
    assert put(cheffe, page, passage(page, "title"), "Mine").status_code == 423
    assert not translating.read_only(seen(relecteur, page))
    assert put(relecteur, page, passage(page, "title"), "Mine").status_code == 200


def test_taking_new_passages_over_publishes_nothing(live, cheffe, visiteur):
    french = live.get_translation(TranslationSource.objects.first().locale)
    french.body = "<p>Un second jet.</p>"
    french.save_revision().publish()
    source = TranslationSource.objects.get(object_id=live.translation_key)
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    answer = cheffe.post(address, {"publish_translations": "on"}, follow=True)
    assert "n’ont pas été publiées" in said(answer)
    assert "« Un second jet. »" in seen(cheffe, live)
    assert "second jet" not in visiteur.get(fresh(live).url).content.decode()


@pytest.mark.parametrize("who", ["traductrice", "relecteur"])
def test_who_may_not_publish_does_not_stop_a_translation(live, who, request):
    client, one = request.getfixturevalue(who), translating.translation(live)
    answer = client.post(reverse("wagtail_localize:stop_translation", args=[one.pk]), follow=True)
    assert "Seules les personnes qui peuvent publier" in said(answer)
    one.refresh_from_db()
    assert one.enabled


def test_the_chief_stops_a_translation_and_takes_it_up_again(live, cheffe):
    one = translating.translation(live)
    cheffe.post(reverse("wagtail_localize:stop_translation", args=[one.pk]))
    assert "page-edit-form" in seen(cheffe, live)
    cheffe.post(reviewing.edit_url(live), {"localize-restart-translation": "1"})
    assert "js-translation-editor" in seen(cheffe, live)


def test_the_checklist_follows_the_passages_before_anything_is_submitted(page, traductrice):
    address = reverse("editing_checklist", args=[page.pk])
    passage_of_title = StringTranslation.objects.filter(
        context__object_id=page.translation_key, context__path="title"
    )
    assert "Notre charte" not in traductrice.get(address).content.decode()
    passage_of_title.delete()
    assert "Notre charte" in traductrice.get(address).content.decode()


def test_when_two_save_one_passage_the_later_stands_and_its_author_is_shown(
    page, traductrice, cheffe
):
    title = passage(page, "title")
    put(traductrice, page, title, "One")
    put(cheffe, page, title, "Two")
    stored = StringTranslation.objects.get(context=title.context, locale=page.locale)
    assert (stored.data, stored.last_translated_by) == ("Two", cheffe.user)
    assert "w-editing-sessions" in seen(traductrice, page)
