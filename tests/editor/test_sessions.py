"""A session that ends while somebody writes is said, and nothing that was typed is lost."""

import pytest
from django.test import Client

from tests import factories
from tests.conftest import PASSWORD
from tests.editor.saving import autosave, edit_url, hidden_fields, mentions, opened, save, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site):
    return mentions(site)


def log_in(client):
    return client.post("/cms/login/", {"username": client.user.username, "password": PASSWORD})


def test_what_was_typed_is_saved_after_logging_in_again(redactrice, cheffe, page):
    form = opened(cheffe, page)
    cheffe.logout()
    answer = save(cheffe, page, form, "Presque\nperdu.")
    assert answer.status_code == 403
    html = answer.content.decode()
    assert "Votre session est terminée" in html
    assert '<html lang="fr"' in html
    log_in(cheffe)
    assert cheffe.post(edit_url(page), hidden_fields(answer)).status_code == 302
    assert "Presque" in texts(page)[-1]


def test_an_autosave_says_that_the_session_has_ended(cheffe, page):
    form = opened(cheffe, page)
    cheffe.logout()
    answer = autosave(cheffe, page, form, "Presque perdu.")
    assert answer["success"] is False
    # Of other errors Wagtail's script says that the server is at fault.
    assert answer["error_code"] in ("invalid_revision", "locked", "validation_error")
    assert "Votre session est terminée" in answer["error_message"]


def test_a_chooser_is_told_so_too(visiteur, site):
    answer = visiteur.get("/cms/images/chooser/", headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.status_code == 403
    assert "Votre session est terminée" in answer.json()["error_message"]


def test_who_only_looks_is_led_to_the_log_in(visiteur, page):
    answer = visiteur.get(edit_url(page))
    assert answer.status_code == 302
    assert answer.url == f"/cms/login/?next={edit_url(page)}"


def test_passwords_are_not_shown_again(visiteur, site):
    data = {"username": "nouveau", "password1": "secret", "password2": "secret"}
    answer = visiteur.post("/cms/users/new/", data)
    assert hidden_fields(answer) == {"username": "nouveau"}


@pytest.fixture
def relogged(cheffe, page):
    """The form of somebody who logged in again in another tab since it was opened."""
    client = Client(enforce_csrf_checks=True)
    client.cookies, client.user = cheffe.cookies, cheffe.user
    form = opened(client, page)
    form["csrfmiddlewaretoken"] = "a" * 32
    client.cookies["csrftoken"] = "b" * 32
    return client, form


def send(client, page, form, **headers):
    return client.post(edit_url(page), form | {"body": "null"}, headers=headers)


def test_a_form_that_was_opened_before_the_last_log_in_is_saved_with_one_more_click(relogged, page):
    client, form = relogged
    answer = send(client, page, form | {"title": "Presque perdu"}, origin="http://testserver")
    assert answer.status_code == 403
    assert "Vous vous êtes reconnecté" in answer.content.decode()
    again = hidden_fields(answer) | {"csrfmiddlewaretoken": str(answer.context["csrf_token"])}
    assert send(client, page, again, origin="http://testserver").status_code == 302
    page.refresh_from_db()
    assert page.draft_title == "Presque perdu"


@pytest.mark.parametrize("origin", ["https://evil.example", "null", ""])
def test_what_another_site_sends_is_not_offered_for_saving(relogged, page, origin):
    client, form = relogged
    answer = send(client, page, form, **({"origin": origin} if origin else {}))
    assert answer.status_code == 403
    assert "loaded_revision_id" not in answer.content.decode()


def test_readers_forms_are_not_concerned(visiteur, site):
    assert (
        "session est terminée" not in visiteur.post("/devis/", factories.REQUEST).content.decode()
    )
