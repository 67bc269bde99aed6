"""The home of the CMS shows each role what concerns it."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, TranslationSource

from contact.models import QuoteRequest
from home.models import StandardPage
from tests import factories
from tests.test_query_counts import queries

pytestmark = pytest.mark.django_db

HOME = "/cms/"


def panel(client, name):
    """Return the text of a panel on this person's home, or None; with plain spaces."""
    html = client.get(HOME).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    start = html.find(f'id="{name}-section"')
    return None if start < 0 else html[start : html.index("</section>", start)]


def draft(client, title="Mon brouillon", **fields):
    page = factories.interview(title, live=False, owner=client.user, **fields)
    page.save_revision(user=client.user)
    return page


def submitted(client, title="Mon brouillon"):
    page = draft(client, title)
    page.get_workflow().start(page, client.user)
    return page


def sent_back(client, reviewer, title="Mon brouillon", comment="Raccourcir la fin."):
    page = submitted(client, title)
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, reviewer.user, "reject", comment=comment)
    return page


def scheduled(client, title="Pour demain", delay=timedelta(days=1)):
    page = draft(client, title)
    revision = page.latest_revision
    revision.approved_go_live_at = timezone.now() + delay
    revision.save()
    return page


def asked(name="Solange Prévert", days=0, state=QuoteRequest.State.NEW):
    request = QuoteRequest.objects.create(
        page=factories.quote_page(),
        token=uuid.uuid4(),
        form_data={},
        language="fr",
        name=name,
        state=state,
        answers=[],
    )
    moment = timezone.now() - timedelta(days=days)
    QuoteRequest.objects.filter(pk=request.pk).update(submit_time=moment)
    return request


# To review


def test_a_reviewer_sees_what_waits_for_her_step_and_opens_it(redactrice, relecteur):
    page = submitted(redactrice, "À relire vite")
    text = panel(relecteur, "to-review")
    assert "À relire vite" in text
    assert "soumis par redactrice" in text
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in text


def test_a_reviewer_with_nothing_to_do_reads_so(relecteur):
    assert "Rien à relire." in panel(relecteur, "to-review")


def test_a_reviewer_does_not_see_the_step_of_another(redactrice, relecteur, cheffe):
    page = submitted(redactrice)
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, relecteur.user, "approve")
    assert "Mon brouillon" not in panel(relecteur, "to-review")
    assert "Mon brouillon" in panel(cheffe, "to-review")


def test_who_reviews_nothing_has_no_such_list(redactrice, traductrice, commercial):
    submitted(redactrice)
    assert {panel(who, "to-review") for who in (redactrice, traductrice, commercial)} == {None}


def test_there_are_at_most_eight_and_a_link_to_the_others(redactrice, relecteur):
    for number in range(9):
        submitted(redactrice, f"Entretien {number}")
    text = panel(relecteur, "to-review")
    assert text.count('class="desk__row"') == 8
    assert "Tout voir" in text
    assert "Entretien 8" not in text  # the oldest come first
    everything = reverse("wagtailadmin_reports:workflow_tasks") + "?reviewable=true"
    assert everything in text
    assert "Entretien 8" in relecteur.get(everything).content.decode()


# My texts


def test_a_writer_sees_where_each_of_her_texts_is(redactrice, relecteur):
    draft(redactrice, "Un brouillon")
    submitted(redactrice, "Une relecture")
    sent_back(redactrice, relecteur, "Un retour")
    scheduled(redactrice, "Un rendez-vous")
    scheduled(redactrice, "Un retard", timedelta(minutes=-20))
    live = factories.interview("En ligne déjà", owner=redactrice.user)
    live.save_revision(user=redactrice.user)
    factories.interview("En ligne et tranquille", owner=redactrice.user)
    text = panel(redactrice, "my-drafts")
    for title, place in {
        "Un brouillon": "Brouillon",
        "Une relecture": "En relecture, étape « Relecture » · chez : ",
        "Un retour": "Renvoyé par relecteur",
        "Un rendez-vous": "Programmé pour le ",
        "Un retard": "En retard : prévu le ",
        "En ligne déjà": "En ligne, avec des changements non publiés",
    }.items():
        row = text[text.index(title) :]
        assert place in row[: row.index("</li>")], title
    assert "Raccourcir la fin." in text
    assert "tranquille" not in text


def test_a_writer_does_not_see_the_drafts_of_others(redactrice, cheffe):
    draft(cheffe, "À la cheffe")
    assert "Vous n’avez aucun texte en cours." in panel(redactrice, "my-drafts")


def test_the_link_to_all_my_texts_leads_to_them(redactrice):
    for number in range(9):
        draft(redactrice, f"Brouillon {number}")
    address = reverse("wagtailadmin_explore_root") + f"?owner={redactrice.user.pk}"
    assert address in panel(redactrice, "my-drafts")
    assert "Brouillon 0" in redactrice.get(address, follow=True).content.decode()


def test_a_comment_of_a_reviewer_is_escaped(redactrice, relecteur):
    sent_back(redactrice, relecteur, comment="<script>alert(1)</script>")
    assert "<script>alert" not in panel(redactrice, "my-drafts")


# Dates


def test_the_editor_in_chief_sees_what_is_scheduled_and_not_again_what_is_late(cheffe, redactrice):
    scheduled(redactrice, "Pour demain")
    scheduled(redactrice, "Pour hier", timedelta(days=-1))
    assert "Pour demain" in panel(cheffe, "scheduled")
    assert "Pour hier" not in panel(cheffe, "scheduled")
    assert cheffe.get("/cms/").content.decode().count("Pour hier") == 1  # in the alarm


def test_the_editor_in_chief_reads_that_nothing_is_scheduled(cheffe):
    assert "Rien n’est programmé." in panel(cheffe, "scheduled")


def test_only_who_may_publish_sees_everybodys_dates(redactrice, relecteur, traductrice, commercial):
    scheduled(redactrice, "Pour hier", timedelta(days=-1))
    for who in (redactrice, relecteur, traductrice, commercial):
        assert panel(who, "scheduled") is None


# Translations


def english_page():
    return StandardPage.objects.filter(locale__language_code="en").first()


def test_a_translator_sees_that_a_source_was_published_anew(traductrice, site):
    english = english_page()
    assert "Toutes les traductions sont à jour." in panel(traductrice, "stale-translations")
    french = english.get_translation(site.locale)
    french.body += "<p>Un nouveau paragraphe.</p>"
    french.save_revision().publish()
    text = panel(traductrice, "stale-translations")
    assert english.title in text
    assert "La source a changé" in text
    address = reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert address in text
    assert "translation-editor" in traductrice.get(address).content.decode()


def test_a_draft_of_the_source_makes_no_translation_stale(traductrice, site):
    french = english_page().get_translation(site.locale)
    french.body += "<p>Un nouveau paragraphe.</p>"
    french.save_revision()
    assert "Toutes les traductions sont à jour." in panel(traductrice, "stale-translations")


def test_a_translator_sees_a_translation_with_gaps(traductrice):
    english = english_page()
    StringTranslation.objects.filter(context__object_id=english.translation_key).first().delete()
    text = panel(traductrice, "stale-translations")
    assert english.title in text
    assert "Des passages ne sont pas traduits" in text


def test_only_those_who_translate_are_told(redactrice, relecteur, commercial, cheffe):
    assert panel(cheffe, "stale-translations")
    for who in (redactrice, relecteur, commercial):
        assert panel(who, "stale-translations") is None


# Requests


def test_the_sales_role_sees_how_many_requests_wait_and_for_how_long(commercial):
    asked("Ancienne", days=3)
    asked("Récente", days=1)
    asked("Répondue", state=QuoteRequest.State.SPAM)
    text = panel(commercial, "waiting-requests")
    assert "2 demandes en attente" in text
    assert "en attente depuis 3" in text
    assert text.index("Ancienne") < text.index("Récente")
    assert "Répondue" not in text


def test_the_sales_role_opens_a_request_or_the_list_from_there(commercial):
    first = [asked(f"Demande {number}", days=9 - number) for number in range(6)][0]
    text = panel(commercial, "waiting-requests")
    assert text.count('class="desk__row"') == 5
    assert reverse("quote_requests:edit", args=[first.pk]) in text
    everything = reverse("quote_requests:index") + "?state=new"
    assert everything in text
    assert "Demande 5" in commercial.get(everything).content.decode()


def test_the_sales_role_sees_requests_only(commercial):
    html = commercial.get(HOME).content.decode()
    assert "Aucune demande en attente." in html
    assert html.count('class="w-panel desk"') == 1


def test_no_other_role_learns_of_requests(redactrice, relecteur, cheffe, traductrice):
    asked()
    for who in (redactrice, relecteur, cheffe, traductrice):
        assert "Solange" not in who.get(HOME).content.decode()
        assert panel(who, "waiting-requests") is None


# The whole


def test_nothing_is_listed_twice(redactrice, cheffe):
    submitted(redactrice)
    for who in (redactrice, cheffe):
        html = who.get(HOME).content.decode()
        assert html.count("Mon brouillon") == 1


def fill(count, redactrice, relecteur):
    for number in range(count):
        submitted(redactrice, f"Relecture {number}")
        sent_back(redactrice, relecteur, f"Retour {number}")
        scheduled(redactrice, f"Demain {number}")
        scheduled(redactrice, f"Hier {number}", timedelta(days=-1))
        asked(f"Demande {number}")
    for source in TranslationSource.objects.all()[:count]:
        french = Page.objects.get(translation_key=source.object_id, locale=source.locale)
        french.specific.save_revision().publish()


@pytest.mark.parametrize("role", ["redactrice", "relecteur", "cheffe", "traductrice", "commercial"])
def test_the_home_takes_as_many_queries_with_two_things_as_with_many(role, request, site):
    who = request.getfixturevalue(role)
    redactrice, relecteur = map(request.getfixturevalue, ("redactrice", "relecteur"))
    fill(2, redactrice, relecteur)
    few = queries(who, HOME)
    fill(8, redactrice, relecteur)
    assert queries(who, HOME) == few
