"""Editors learn of an answer, and see where the agreement stands."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email

from articles.models import AgreementLink
from tests import factories
from tests.agreement.steps import agreed, change, editor, links, passage, post

pytestmark = pytest.mark.django_db


def test_the_answer_is_mailed_to_who_asked_and_to_the_owner_each_once(
    redactrice, relecteur, page, visiteur
):
    link = AgreementLink.objects.make(page, 7, name="Hélène\nMarchetti", created_by=relecteur.user)
    profile = relecteur.user.wagtail_userprofile
    profile.preferred_language = "en"
    profile.save()
    post(visiteur, link, verdict="changes", comment="Le nom <b>faux</b>.")
    mails = {mail.to[0]: mail for mail in Email.objects.all()}
    assert set(mails) == {redactrice.user.email, relecteur.user.email}
    english = mails[relecteur.user.email]
    assert english.subject == "Hélène Marchetti asks for changes: La fibre et le facteur"
    assert "Le nom <b>faux</b>." in english.message
    assert links(page) in english.message


def test_who_may_no_longer_edit_the_page_is_not_told(redactrice, relecteur, page, visiteur):
    link = AgreementLink.objects.make(page, 7, name="Hélène", created_by=relecteur.user)
    relecteur.user.groups.clear()
    get_user_model().objects.filter(pk=redactrice.user.pk).update(is_active=False)
    post(visiteur, link, verdict="approved")
    assert not Email.objects.exists()


def test_the_editor_shows_the_answer_with_its_passages(redactrice, page, link, visiteur):
    block = passage(page)
    post(visiteur, link, verdict="changes", comment="<b>", **{f"passage-{block}": "Le syndicat."})
    html = redactrice.get(editor(page)).content.decode()
    assert "Le syndicat." in html
    assert "&lt;b&gt;" in html
    assert f"#block-{block}-section" in html
    assert "Qui a creusé ?" in html


def test_the_agreement_holds_until_the_text_changes(redactrice, page, link, visiteur):
    assert not agreed(page)
    post(visiteur, link, verdict="approved")
    assert agreed(page)
    change(page)  # saved again without a change
    assert agreed(page)
    change(page, search_description="Ce que lecteurs ne voient pas.")
    assert agreed(page)
    change(page, standfirst="Un autre chapeau.")
    assert not agreed(page)
    html = redactrice.get(editor(page)).content.decode()
    compare = reverse(
        "wagtailadmin_pages:revisions_compare",
        args=[page.pk, link.answers.get().revision_id, page.latest_revision_id],
    )
    assert compare in html
    assert redactrice.get(compare).status_code == 200


@pytest.mark.parametrize("field", ["title", "hero_alt", "hero_image", "body"])
def test_a_change_of_what_readers_see_ends_the_agreement(page, link, visiteur, field):
    stream = page._meta.get_field("body").stream_block
    values = {
        "title": "Un autre",
        "hero_alt": "Un autre pylône",
        "hero_image": factories.image(),
        "body": stream.to_python([factories.exchange("Une autre question ?")]),
    }
    post(visiteur, link, verdict="approved")
    change(page, **{field: values[field]})
    assert not agreed(page)


def test_numbers_that_the_editors_form_adds_do_not_end_the_agreement(page, link, visiteur):
    stream = page._meta.get_field("body").stream_block
    change(page, body=stream.to_python([factories.exchange()]))
    post(visiteur, link, verdict="approved")
    answer = factories.ANSWER.replace("<p>", '<p data-block-key="a1b2c">')
    change(page, body=stream.to_python([factories.exchange(answers=[answer])]))
    assert agreed(page)


def test_an_interview_that_was_never_saved_in_the_editor_can_be_approved(visiteur, redactrice):
    page = factories.interview(live=False)
    link = AgreementLink.objects.make(page, 7, name="Hélène")
    assert post(visiteur, link, verdict="approved").status_code == 302
    assert agreed(page)
    page.save_revision()
    assert agreed(page)


def test_who_asks_for_changes_after_approving_ends_the_agreement(page, link, visiteur):
    post(visiteur, link, verdict="approved")
    post(visiteur, link, verdict="changes", comment="Tout de même…")
    assert not agreed(page)


def test_one_who_asks_for_changes_stands_in_the_way_of_another_who_approves(page, link, visiteur):
    other = AgreementLink.objects.make(page, 7, name="Inès Calvet")
    post(visiteur, link, verdict="approved")
    post(visiteur, other, verdict="changes", comment="Non.")
    assert not agreed(page)
    AgreementLink.objects.filter(pk=other.pk).update(withdrawn_at=timezone.now())
    assert agreed(page)
    AgreementLink.objects.filter(pk=link.pk).update(withdrawn_at=timezone.now())
    assert agreed(page)


def test_the_list_takes_as_many_queries_with_one_link_as_with_five(redactrice, page, visiteur):
    def queries():
        redactrice.get(links(page))
        with CaptureQueriesContext(connection) as captured:
            redactrice.get(links(page))
        return len(captured)

    def add():
        link = AgreementLink.objects.make(page, 7, name="Hélène", created_by=redactrice.user)
        post(visiteur, link, verdict="approved")

    add()
    few = queries()
    for _ in range(4):
        add()
    assert queries() == few


def test_a_mistyped_address_of_the_editor_does_not_lose_the_answer(page, cheffe, visiteur):
    link = AgreementLink.objects.make(page, days=14, name="Léo", created_by=cheffe.user)
    get_user_model().objects.filter(pk=cheffe.user.pk).update(email="pas une adresse")
    assert post(visiteur, link, verdict="approved").status_code == 302
    assert link.answers.count() == 1
