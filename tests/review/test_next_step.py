"""The next step of a text is the button of the editor, named for who presses it."""

import json
import re
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, Page, Workflow

from articles.models import AgreementAnswer, AgreementLink
from tests import factories
from tests.steps import reviewing

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(redactrice):
    return reviewing.standard_page(redactrice.user)


def footer(client, page):
    """Return the foot of the editor, without markup, and with plain spaces."""
    html = client.get(reviewing.edit_url(page)).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    return html[html.rindex('<nav class="actions') :].partition("</nav>")[0]


def button(client, page):
    """Return the words of the first button that a person sees."""
    buttons = re.findall(r"<button(?![^>]*aria-hidden).*?</button>", footer(client, page), re.S)
    return " ".join(re.sub(r"<[^>]*>", " ", buttons[0]).split())


def sentence(client, page):
    found = re.findall(r'<div class="next-step">\s*<p>(.*?)</p>', footer(client, page), re.S)
    return found[0] if found else ""


def commented(page, who, text="Et la date ?"):
    return Comment.objects.create(page=page, user=who.user, text=text, contentpath="title")


def test_who_writes_submits_and_who_publishes_publishes(page, redactrice, cheffe):
    assert button(redactrice, page) == "Soumettre à la relecture"
    assert button(cheffe, page) == "Publier"
    for who in (redactrice, cheffe):
        assert "Enregistrer le brouillon" in footer(who, page)  # in its menu
        assert sentence(who, page) == ""


def test_a_new_text_has_the_same_button(redactrice, cheffe):
    address = ["articles", "interviewpage", factories.index().pk]
    for who, name in ((redactrice, "Soumettre à la relecture"), (cheffe, "Publier")):
        html = who.get(reverse("wagtailadmin_pages:add", args=address)).content.decode()
        assert html.index(f">{name}<") < html.index("Enregistrer le brouillon")


def test_a_date_is_in_the_name(page, cheffe):
    when = timezone.localtime() + timedelta(days=3)
    reviewing.save(cheffe, page, go_live_at=when.strftime("%Y-%m-%d 08:00"))
    assert button(cheffe, page).startswith("Programmer pour le ")


def test_who_reviews_approves_and_the_last_publishes(page, redactrice, relecteur, cheffe):
    reviewing.submit(redactrice, page)
    assert button(relecteur, page) == "Approuver"
    reviewing.act(relecteur, page, "approve")
    assert button(cheffe, page) == "Approuver et publier"


def test_the_last_approval_names_the_date(page, redactrice, relecteur, cheffe):
    when = timezone.localtime() + timedelta(days=3)
    reviewing.submit(redactrice, page, go_live_at=when.strftime("%Y-%m-%d 08:00"))
    reviewing.act(relecteur, page, "approve")
    assert button(cheffe, page).startswith("Approuver et programmer pour le ")


def test_a_text_that_was_sent_back_is_submitted_again(page, redactrice, relecteur):
    reviewing.submit(redactrice, page)
    reviewing.act(relecteur, page, "reject", comment="À revoir.")
    assert button(redactrice, page) == "Soumettre de nouveau"


def test_who_waits_reads_for_whom_beside_the_button(page, redactrice, relecteur):
    reviewing.submit(redactrice, page)
    assert button(redactrice, page) == "Page verrouillée"
    assert "Peut l’approuver : relecteur." in sentence(redactrice, page)


def test_who_may_not_approve_her_own_text_reads_why_and_does_not_publish_by_accident(
    relecteur, cheffe
):
    page = reviewing.standard_page(cheffe.user)
    reviewing.submit(cheffe, page)
    assert button(cheffe, page) == "Enregistrer le brouillon"
    assert "c’est à quelqu’un d’autre de l’approuver" in sentence(cheffe, page)


def test_a_locked_text_says_who_locked_it(page, redactrice, cheffe):
    Page.objects.filter(pk=page.pk).update(
        locked=True, locked_by=cheffe.user, locked_at=timezone.now()
    )
    assert button(redactrice, page) == "Page verrouillée"
    assert "cheffe" in sentence(redactrice, page)


def test_the_key_enter_only_saves(page, redactrice, relecteur):
    """A browser presses the first button of a form, seen or not."""
    reviewing.submit(redactrice, page)
    first = re.search(r"<button[^>]*>", footer(relecteur, page))[0]
    assert "aria-hidden" in first and "name=" not in first and "data-workflow" not in first


def test_approving_counts_what_is_open_before_it_happens(page, redactrice, relecteur):
    reviewing.submit(redactrice, page)
    for text in ("Et la date ?", "Et le lieu ?"):
        commented(page, relecteur, text)
    assert sentence(relecteur, page) == "Reste à traiter : 2 commentaires."
    [way] = ways_to_approve(relecteur, page)
    assert "modal-url" in way  # it asks
    assert button(relecteur, page) == "Approuver"
    assert "Reste à traiter : 2 commentaires." in dialog(relecteur, page)


def test_where_nothing_is_open_approving_does_not_ask_and_its_dialog_says_so(
    page, redactrice, relecteur
):
    reviewing.submit(redactrice, page)
    done = commented(page, relecteur)
    done.resolved_at = timezone.now()
    done.save()
    assert sentence(relecteur, page) == ""
    first = re.search(
        r'<button[^>]*data-workflow-action-name="approve"[^>]*>', footer(relecteur, page)
    )
    assert "modal-url" not in first[0]
    assert "Rien ne reste à traiter" in dialog(relecteur, page)


def ways_to_approve(client, page):
    button = r'<button[^>]*data-workflow-action-name="approve"[^>]*>'
    return re.findall(button, footer(client, page))


def dialog(client, page):
    url = reverse(
        "wagtailadmin_pages:collect_workflow_action_data",
        args=[page.pk, "approve", reviewing.step(page).pk],
    )
    return json.loads(client.get(url).content)["html"].replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def interview(redactrice):
    page = factories.interview("La fibre au col", live=False, owner=redactrice.user)
    page.save_revision(user=redactrice.user)
    Workflow.objects.get(active=True).start(page, redactrice.user)
    return page


def answered(page, verdict="changes", **fields):
    link = AgreementLink.objects.make(page, 14, name="Hélène Marchetti")
    remark = {"id": "1", "quote": "Qui a creusé ?", "text": "C’était en mai."}
    AgreementAnswer.objects.create(
        link=link, form_id=uuid.uuid4(), digest="", verdict=verdict, passages=[remark], **fields
    )
    return link


def test_remarks_of_the_interviewee_count_until_they_answer_anew(interview, relecteur):
    link = answered(interview)
    for text in ("Et la date ?", "Et le lieu ?"):
        commented(interview, relecteur, text)
    said = "Reste à traiter : 2 commentaires et 1 remarque de la personne interrogée."
    assert sentence(relecteur, interview) == said
    assert said in dialog(relecteur, interview)
    AgreementAnswer.objects.create(link=link, form_id=uuid.uuid4(), digest="", verdict="approved")
    assert sentence(relecteur, interview) == "Reste à traiter : 2 commentaires."


def test_remarks_count_no_more_once_the_link_is_withdrawn(interview, relecteur):
    link = answered(interview)
    assert "1 remarque" in sentence(relecteur, interview)
    AgreementLink.objects.filter(pk=link.pk).update(withdrawn_at=timezone.now())
    assert sentence(relecteur, interview) == ""


def test_what_would_be_refused_is_said_where_it_is_pressed(page, redactrice, relecteur, cheffe):
    """The script fills the sentence in from the checklist, which it renews."""
    assert "data-next-step-missing" in footer(cheffe, page)
    assert "data-next-step-missing" not in footer(redactrice, page)
    reviewing.submit(redactrice, page)
    assert "data-next-step-missing" not in footer(relecteur, page)
    reviewing.act(relecteur, page, "approve")
    assert "data-next-step-missing" in footer(cheffe, page)
