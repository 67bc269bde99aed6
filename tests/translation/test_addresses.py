"""What wagtail-localize does at addresses of its own goes by the rules of the editor, too."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail_localize.machine_translators.dummy import DummyTranslator
from wagtail_localize.strings import StringValue

from tests.steps import reviewing, translating
from tests.steps.translating import act, latest, said, submit
from tests.translation.addresses import (
    choose,
    give_back,
    machine_translates,
    override_address,
    takes_over,
    untitled,
)

pytestmark = pytest.mark.django_db


class Wordy(DummyTranslator):
    def translate(self, source_locale, target_locale, strings):
        return {string: StringValue("Long " * 60) for string in strings}


# Another image.


@pytest.mark.parametrize("who", ["traductrice", "relecteur", "cheffe"])
def test_who_may_edit_chooses_another_image(page, other, who, request):
    client = request.getfixturevalue(who)
    assert choose(client, page, other).status_code == 201
    submit(client, page)
    assert latest(page).hero_image == other


@pytest.mark.parametrize("who", ["redactrice", "commercial"])
def test_who_may_not_edit_chooses_no_image(page, other, traductrice, who, request):
    client = request.getfixturevalue(who)
    assert choose(client, page, other).status_code == 403
    choose(traductrice, page, other)
    assert give_back(client, page).status_code == 403
    submit(traductrice, page)
    assert latest(page).hero_image == other


def test_nobody_chooses_the_image_of_another_page(page, other, traductrice):
    stranger = translating.interview(hero_image=other)
    segment = override_address(stranger).split("/")[-3]
    address = override_address(page).split("/")
    address[-3] = segment
    assert traductrice.delete("/".join(address)).status_code == 404


def test_while_it_is_reviewed_the_translator_chooses_no_image(page, other, traductrice):
    submit(traductrice, page)
    answer = choose(traductrice, page, other)
    assert answer.status_code == 423
    assert "En relecture" in answer.json()["detail"]
    assert give_back(traductrice, page).status_code == 423


def test_who_chooses_another_image_does_not_approve_it(page, other, traductrice, relecteur):
    submit(traductrice, page)
    choose(relecteur, page, other)
    assert "dernière modification" in said(act(relecteur, page, "approve"))
    assert reviewing.approvals(page) == 0


def test_who_takes_the_image_of_the_source_again_does_not_approve_it(
    page, other, traductrice, relecteur
):
    choose(traductrice, page, other)
    submit(traductrice, page)
    give_back(relecteur, page)
    assert "dernière modification" in said(act(relecteur, page, "approve"))
    assert reviewing.approvals(page) == 0


def test_nobody_approves_an_image_that_was_taken_back_meanwhile(
    page, other, traductrice, relecteur, cheffe
):
    choose(traductrice, page, other)
    submit(traductrice, page)
    opened = timezone.now()
    give_back(cheffe, page)
    assert "cheffe" in said(act(relecteur, page, "approve", opened=opened))
    assert reviewing.approvals(page) == 0


def test_the_history_says_who_gave_a_passage_back(page, other, traductrice, relecteur):
    choose(traductrice, page, other)
    assert give_back(relecteur, page).status_code == 200
    assert give_back(relecteur, page).status_code == 404  # there is nothing any more
    history = reverse("wagtailadmin_pages:history", args=[page.pk])
    assert "Un passage dit de nouveau" in relecteur.get(history).content.decode()
    entries = PageLogEntry.objects.filter(page=page.pk, action="editing.remove_passage")
    assert [entry.user for entry in entries] == [relecteur.user]


# A machine.


def test_without_a_machine_there_is_no_address(page, traductrice):
    assert machine_translates(traductrice, page).status_code == 404


@pytest.mark.parametrize("who", ["traductrice", "relecteur", "cheffe"])
def test_a_machine_translates_for_who_may_edit(page, machine, who, request):
    titles, client = untitled(page), request.getfixturevalue(who)
    machine_translates(client, page)
    assert [title.last_translated_by for title in titles.all()] == [client.user]


@pytest.mark.parametrize("who", ["redactrice", "commercial"])
def test_a_machine_translates_for_nobody_else(page, machine, who, request):
    titles = untitled(page)
    machine_translates(request.getfixturevalue(who), page)
    assert not titles.exists()


def test_while_it_is_reviewed_no_machine_writes_for_the_translator(page, machine, traductrice):
    titles = untitled(page)
    submit(traductrice, page)
    assert "En relecture" in said(machine_translates(traductrice, page))
    assert not titles.exists()


def test_who_lets_a_machine_translate_does_not_approve_it(page, machine, traductrice, relecteur):
    untitled(page)
    submit(traductrice, page)
    machine_translates(relecteur, page)
    assert "dernière modification" in said(act(relecteur, page, "approve"))
    assert reviewing.approvals(page) == 0


def test_a_title_of_a_machine_that_is_too_long_is_refused(page, traductrice, cheffe, settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": f"{__name__}.Wordy"}
    titles = untitled(page)
    assert "trop long" in said(machine_translates(traductrice, page))
    assert "trop long" in said(takes_over(cheffe, page, use_machine_translation="on"))
    assert not titles.exists()
