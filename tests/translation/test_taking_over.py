"""What is new in the source is taken over, and a stopped translation taken up, by whom and when."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from tests import factories
from tests.steps import reviewing, translating
from tests.steps.translating import fresh, said
from tests.translation.addresses import (
    at,
    lock,
    takes_over,
    untitled,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("who", ["redactrice", "relecteur", "traductrice", "commercial"])
def test_only_the_chief_takes_over_what_is_new(page, who, request):
    before = translating.translation(page).source.last_updated_at
    takes_over(request.getfixturevalue(who), page)
    assert translating.translation(page).source.last_updated_at == before


def test_no_machine_writes_into_a_locked_page_with_what_is_new(page, machine, cheffe, relecteur):
    titles = untitled(page)
    lock(page, relecteur)
    assert "Un verrou est posé" in said(takes_over(cheffe, page, use_machine_translation="on"))
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


def test_what_stays_private_although_french_was_opened_is_said(page, cheffe):
    french = page.get_translation(factories.locale("fr"))
    restriction = PageViewRestriction.objects.create(page=french, restriction_type="login")
    takes_over(cheffe, page)
    restriction.delete()
    assert "reste privée" in said(takes_over(cheffe, page))
    assert fresh(page).view_restrictions.exists()
    fresh(page).view_restrictions.all().delete()
    assert "reste privée" not in said(takes_over(cheffe, page))


# A translation that was stopped.


def test_nobody_takes_a_translation_up_again_while_the_page_is_locked(
    page, cheffe, traductrice, relecteur
):
    translating.publish(cheffe, page)
    cheffe.post(at("stop_translation", page))
    lock(page, relecteur)
    address, restart = reviewing.edit_url(page), {"localize-restart-translation": "1"}
    assert "Un verrou est posé" in said(traductrice.post(address, restart, follow=True))
    assert not translating.translation(page).enabled
    relecteur.post(address, restart)
    assert translating.translation(page).enabled
