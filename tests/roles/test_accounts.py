"""Nobody gets an account with which they cannot log in."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from post_office.models import Email

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


def invited(administratrice, **more):
    """Make an account without a password; return what is seen then, and the link of the mail."""
    data = NEW | {"password1": "", "password2": "", "groups": writers()} | more
    answer = administratrice.post("/cms/users/new/", data, follow=True)
    mail = Email.objects.get()
    assert mail.to == [NEW["email"]]
    path = re.search(r"http://\S*?(/cms/password_reset/confirm/\S+)", mail.message)[1]
    return answer.content.decode(), path, mail


def writers():
    return Group.objects.get(name=roles.WRITER).pk


def test_without_a_password_the_person_is_invited_to_choose_one(administratrice, visiteur):
    html, path, mail = invited(administratrice)
    assert "part par courriel à nora@cyberworkers.example" in html
    assert "Nora Lind" in mail.message and "nora" in mail.message
    form = visiteur.get(path, follow=True)
    new = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    visiteur.post(form.redirect_chain[-1][0], new)
    visiteur.post("/cms/login/", {"username": "nora", "password": PASSWORD})
    assert visiteur.get("/cms/").status_code == 200


def test_the_link_of_an_invitation_serves_once(administratrice, visiteur):
    _html, path, _mail = invited(administratrice)
    user = get_user_model().objects.get(username="nora")
    user.set_password(PASSWORD)
    user.save()
    assert "new_password1" not in visiteur.get(path, follow=True).content.decode()


def test_before_that_nobody_can_log_in_and_one_can_ask_for_another_link(administratrice, visiteur):
    invited(administratrice)
    user = get_user_model().objects.get(username="nora")
    assert user.has_usable_password()  # or “forgotten password” would send nothing
    assert not user.check_password("")


def test_who_is_given_a_password_is_not_invited(administratrice):
    administratrice.post("/cms/users/new/", NEW | {"groups": writers()})
    assert get_user_model().objects.get(username="nora").check_password(PASSWORD)
    assert not Email.objects.exists()


def test_nobody_is_invited_by_a_form_that_is_refused(administratrice):
    administratrice.post("/cms/users/new/", NEW | {"password1": "", "password2": ""})
    assert not Email.objects.exists()


def test_only_an_administrator_invites(cheffe, redactrice):
    for who in (cheffe, redactrice):
        data = NEW | {"password1": "", "password2": "", "groups": writers()}
        assert who.post("/cms/users/new/", data).status_code == 302
    assert not get_user_model().objects.filter(username="nora").exists()
    assert not Email.objects.exists()
