"""The home of the CMS shows what waits for one's review, the longest waiting first."""

import pytest
from django.urls import reverse

from tests.desk.panels import panel, submitted

pytestmark = pytest.mark.django_db


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
