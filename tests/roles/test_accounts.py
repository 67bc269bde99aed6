"""Nobody gets an account with which they cannot log in."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from home.setup import roles
from tests.conftest import account, signed_in

pytestmark = pytest.mark.django_db

PASSWORD = "un-mot-de-passe-de-test"
NEW = {
    "username": "nora",
    "email": "nora@cyberworkers.example",
    "first_name": "Nora",
    "last_name": "Lind",
    "password1": PASSWORD,
    "password2": PASSWORD,
}


@pytest.fixture
def administratrice(site):
    return signed_in(account("administratrice", None))


def test_an_account_without_a_role_is_refused_at_the_roles(administratrice):
    answer = administratrice.post("/cms/users/new/", NEW)
    assert "sans lui, cette personne ne pourrait pas se connecter" in answer.content.decode()
    assert not get_user_model().objects.filter(username="nora").exists()
    Group.objects.create(name="Sans accès")
    answer = administratrice.post("/cms/users/new/", NEW | {"groups": Group.objects.last().pk})
    assert answer.context["form"].errors["groups"]


@pytest.mark.parametrize("what", ["role", "administrator"])
def test_with_a_role_or_as_administrator_one_can_log_in(administratrice, visiteur, what):
    role = Group.objects.get(name=roles.WRITER).pk
    more = {"groups": role} if what == "role" else {"is_superuser": "on"}
    assert administratrice.post("/cms/users/new/", NEW | more).status_code == 302
    visiteur.post("/cms/login/", {"username": "nora", "password": PASSWORD})
    assert visiteur.get("/cms/").status_code == 200


def test_a_role_is_not_taken_away_from_who_may_log_in(administratrice):
    user = account("ana", roles.WRITER)
    data = {name: NEW[name] for name in ("email", "first_name", "last_name")} | {"username": "ana"}
    address = f"/cms/users/edit/{user.pk}/"
    answer = administratrice.post(address, data | {"is_active": "on"})
    assert answer.context["form"].errors["groups"]
    assert administratrice.post(address, data).status_code == 302  # left the house
