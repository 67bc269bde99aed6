"""What wagtail-localize does at addresses of its own goes by the rules of the editor, too."""

import pytest
from django.contrib.auth.models import Group
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, PageViewRestriction
from wagtail_localize.machine_translators.dummy import DummyTranslator
from wagtail_localize.models import OverridableSegment, StringTranslation
from wagtail_localize.strings import StringValue

from tests import factories
from tests.steps import reviewing, translating
from tests.steps.translating import act, fresh, latest, passage, said, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(traductrice):
    """The English draft of an interview with an image, every passage translated."""
    page = translating.interview(hero_image=factories.image(), hero_alt="Un pylône")
    translating.complete(page, traductrice.user)
    return page


@pytest.fixture
def other():
    return factories.image("The mast")


@pytest.fixture
def machine(settings):
    dummy = "wagtail_localize.machine_translators.dummy.DummyTranslator"
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": dummy}


class Wordy(DummyTranslator):
    def translate(self, source_locale, target_locale, strings):
        return {string: StringValue("Long " * 60) for string in strings}


def at(name, page):
    return reverse(f"wagtail_localize:{name}", args=[translating.translation(page).pk])


def override_address(page):
    translation = translating.translation(page)
    segment = OverridableSegment.objects.get(source=translation.source, context__path="hero_image")
    return reverse("wagtail_localize:edit_override", args=[translation.pk, segment.pk])


def choose(client, page, image):
    """Choose another image for the translation, as its editor does."""
    data = encode_multipart(BOUNDARY, {"value": image.pk})
    return client.put(override_address(page), data, MULTIPART_CONTENT)


def give_back(client, page):
    """Take the image of the source again, as the editor does."""
    return client.delete(override_address(page))


def machine_translates(client, page):
    return client.post(at("machine_translate", page), follow=True)


def takes_over(client, page, **data):
    source = translating.translation(page).source_id
    address = reverse("wagtail_localize:update_translations", args=[source])
    return client.post(address, data, follow=True)


def lock(page, client):
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=client.user)


def untitled(page):
    """Take the English title away; return what finds a new one."""
    titles = StringTranslation.objects.filter(context=passage(page, "title").context)
    titles.delete()
    return titles


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


# What is new in the source.


@pytest.mark.parametrize("who", ["redactrice", "relecteur", "traductrice", "commercial"])
def test_only_the_chief_takes_over_what_is_new(page, who, request):
    before = translating.translation(page).source.last_updated_at
    takes_over(request.getfixturevalue(who), page)
    assert translating.translation(page).source.last_updated_at == before


def test_no_machine_writes_into_a_locked_page_with_what_is_new(page, machine, cheffe, relecteur):
    titles = untitled(page)
    lock(page, relecteur)
    assert "verrouillé" in said(takes_over(cheffe, page, use_machine_translation="on"))
    assert not titles.exists()
    lock(page, cheffe)
    takes_over(cheffe, page, use_machine_translation="on")
    assert titles.exists()


def test_to_take_over_what_is_new_opens_no_private_page(page, cheffe, visiteur):
    translating.publish(cheffe, page)
    group = Group.objects.first()
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    restriction.groups.add(group)
    assert "mises à jour" in said(takes_over(cheffe, page))
    assert list(fresh(page).view_restrictions.get().groups.all()) == [group]
    assert visiteur.get(fresh(page).url).status_code == 302


def test_to_take_over_what_is_new_closes_what_is_private_in_french(page, cheffe):
    french = page.get_translation(factories.locale("fr"))
    PageViewRestriction.objects.create(page=french, restriction_type="login")
    takes_over(cheffe, page)
    assert fresh(page).view_restrictions.get().restriction_type == "login"


# A translation that was stopped.


def test_nobody_takes_a_translation_up_again_while_the_page_is_locked(
    page, cheffe, traductrice, relecteur
):
    cheffe.post(at("stop_translation", page))
    lock(page, relecteur)
    address, restart = reviewing.edit_url(page), {"localize-restart-translation": "1"}
    assert "verrouillé" in said(traductrice.post(address, restart, follow=True))
    assert not translating.translation(page).enabled
    relecteur.post(address, restart)
    assert translating.translation(page).enabled
