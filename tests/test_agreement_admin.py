"""Editors of an interview ask for the agreement, see the answers, and nobody else does."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email
from wagtail.models import PageLogEntry

from articles.models import AgreementLink, InterviewPage
from tests import factories
from tests.test_agreement import change, passage, post

pytestmark = pytest.mark.django_db

NEW = {"name": "Hélène Marchetti", "email": "", "message": "", "days": "14"}


@pytest.fixture
def page(redactrice):
    page = factories.interview("La fibre et le facteur", live=False, owner=redactrice.user)
    page.save_revision(user=redactrice.user)
    return InterviewPage.objects.get(pk=page.pk)


@pytest.fixture
def link(page, redactrice):
    return AgreementLink.objects.make(page, 14, name="Hélène Marchetti", created_by=redactrice.user)


def links(page):
    return reverse("agreement_links", args=[page.pk])


def editor(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def agreed(page):
    return InterviewPage.objects.get(pk=page.pk).get_latest_revision_as_object().is_agreed


# Making, sending, withdrawing.


def test_a_writer_makes_a_link_and_copies_it_from_the_editor(redactrice, page, visiteur):
    assert redactrice.post(links(page), NEW).status_code == 302
    link = AgreementLink.objects.get()
    assert link.created_by == redactrice.user
    assert 13 <= (link.expires_at - timezone.now()).days <= 14
    for address in (links(page), editor(page)):
        assert f'value="{link.url}"' in redactrice.get(address).content.decode()
    assert visiteur.get(link.path).status_code == 200
    assert not Email.objects.exists()


def test_the_first_link_is_offered_to_the_interviewee_for_fourteen_days(redactrice, page):
    html = redactrice.get(links(page)).content.decode()
    assert 'value="Hélène Marchetti"' in html
    assert '<option value="14" selected>' in html


def test_a_link_with_an_address_is_mailed_in_the_language_of_the_page(redactrice):
    page = factories.interview("The postman", language="en", live=False, owner=redactrice.user)
    data = NEW | {"email": "helen@example.org", "message": "Dear Helen", "send": "1"}
    assert redactrice.post(links(page), data).status_code == 302
    link, mail = AgreementLink.objects.get(), Email.objects.get()
    assert link.sent_at
    assert mail.to == ["helen@example.org"]
    assert mail.subject == "Please read before publication: The postman"
    assert link.url in mail.message
    assert "/en/" in link.url
    assert "Dear Helen" in mail.message
    assert mail.headers["Reply-To"] == redactrice.user.email
    redactrice.post(reverse("agreement_send", args=[page.pk, link.pk]))
    assert Email.objects.count() == 2


REFUSED = [
    {"name": ""},
    {"name": "x" * 121},
    {"name": "x\x00"},
    {"email": "nonsense"},
    {"message": "x" * 2001},
    {"days": "3650"},
    {"days": ""},
    {"send": "1"},
]


@pytest.mark.parametrize("wrong", REFUSED, ids=lambda wrong: next(iter(wrong)))
def test_a_bad_link_form_is_refused_and_kept(redactrice, page, wrong):
    answer = redactrice.post(links(page), NEW | {"message": "Gardé"} | wrong)
    assert answer.status_code == 200
    assert "w-field--error" in answer.content.decode()
    assert not AgreementLink.objects.exists()


def test_a_withdrawn_link_opens_nothing_and_cannot_be_sent(redactrice, page, link, visiteur):
    AgreementLink.objects.update(email="helene@example.org")
    redactrice.post(reverse("agreement_withdraw", args=[page.pk, link.pk]))
    assert visiteur.get(link.path).status_code == 404
    redactrice.post(reverse("agreement_send", args=[page.pk, link.pk]))
    assert not Email.objects.exists()
    html = redactrice.get(links(page)).content.decode()
    assert link.url not in html
    assert "Hélène Marchetti" in html


def test_each_step_is_in_the_history(redactrice, page, visiteur):
    redactrice.post(links(page), NEW | {"email": "h@example.org", "send": "1"})
    link = AgreementLink.objects.get()
    post(visiteur, link, verdict="changes", comment="Le nom.")
    post(visiteur, link, verdict="approved")
    redactrice.post(reverse("agreement_withdraw", args=[page.pk, link.pk]))
    actions = PageLogEntry.objects.filter(action__startswith="agreement.").order_by("pk")
    assert [entry.action.removeprefix("agreement.") for entry in actions] == [
        "link",
        "send",
        "changes",
        "approved",
        "withdraw",
    ]
    html = redactrice.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert html.count("Hélène Marchetti") >= 5


# Who may.


@pytest.mark.parametrize("name", ["commercial", "visiteur", "other_writer"])
def test_others_neither_see_nor_make_nor_withdraw_links(request, page, link, name):
    if name == "other_writer":
        from home import roles
        from tests.conftest import account, signed_in

        client = signed_in(account("autre", roles.WRITER))
    else:
        client = request.getfixturevalue(name)
    for address in (links(page), editor(page)):
        answer = client.get(address, follow=True)
        assert link.token not in answer.content.decode()
    for address in (
        links(page),
        reverse("agreement_send", args=[page.pk, link.pk]),
        reverse("agreement_withdraw", args=[page.pk, link.pk]),
    ):
        assert client.post(address, NEW).status_code in (302, 403)
    link.refresh_from_db()
    assert link.withdrawn_at is None
    assert AgreementLink.objects.count() == 1


def test_a_link_is_not_reached_through_another_page(redactrice, page, link):
    other = factories.interview(live=False, owner=redactrice.user)
    address = reverse("agreement_withdraw", args=[other.pk, link.pk])
    assert redactrice.post(address).status_code == 404
    assert redactrice.get(reverse("agreement_links", args=[99999])).status_code == 404


def test_a_link_is_withdrawn_and_sent_by_post_only(redactrice, page, link):
    for name in ("agreement_send", "agreement_withdraw"):
        assert redactrice.get(reverse(name, args=[page.pk, link.pk])).status_code == 405


def test_a_reviewer_who_may_edit_the_page_sees_the_links(relecteur, page, link):
    assert link.url in relecteur.get(editor(page)).content.decode()


def test_a_new_page_has_no_panel(redactrice):
    address = reverse(
        "wagtailadmin_pages:add", args=["articles", "interviewpage", factories.index().pk]
    )
    answer = redactrice.get(address)
    assert answer.status_code == 200
    assert "agreement" not in re.sub(
        r"<script.*?</script>", "", answer.content.decode(), flags=re.S
    )


# What was answered.


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
    assert "Pourquoi rester ?" in html


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
    post(visiteur, link, verdict="approved")
    answer = factories.ANSWER.replace("<p>", '<p data-block-key="a1b2c">')
    stream = page._meta.get_field("body").stream_block
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


def test_a_deletion_says_that_the_answers_are_lost(cheffe, page, link, visiteur):
    url = reverse("wagtailadmin_pages:delete", args=[page.pk])
    assert "réponse" not in cheffe.get(url).content.decode()
    post(visiteur, link, verdict="approved")
    assert "1 réponse" in cheffe.get(url).content.decode()


def test_a_page_number_beyond_all_databases_is_not_found(cheffe):
    assert cheffe.get(f"/cms/articles/agreement/{10**30}/").status_code == 404
