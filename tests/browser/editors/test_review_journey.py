"""Four accounts and a visitor: written, sent back, corrected, approved, scheduled, live."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from post_office.models import Email

from editing.management.commands.run_worker import publish
from home.setup import roles
from tests import factories
from tests.browser.cms import add_exchange, choose_action, set_date
from tests.browser.editors.reviewing import comment_in_dialog, told
from tests.steps.finding import unmarked
from tests.steps.planned import at

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

TITLE = "La fibre et le facteur"
COMMENT = "Il manque le nom de la commune."


@pytest.fixture
def people(sign_in_as):
    cast = {"redactrice": roles.WRITER, "relecteur": roles.REVIEWER, "cheffe": roles.CHIEF}
    return {username: sign_in_as(username, role) for username, role in cast.items()}


def test_from_the_first_draft_to_the_minute_of_publication(people, open_browser, monkeypatch):
    writer, reviewer, chief = people["redactrice"], people["relecteur"], people["cheffe"]

    writer.goto(f"/cms/pages/add/articles/interviewpage/{factories.index().pk}/")
    writer.fill("[name=title]", TITLE)
    writer.fill("[name=standfirst]", "Un facteur raconte le jour où la fibre est arrivée.")
    add_exchange(writer, "Qui a reçu la fibre en premier ?", "La boulangerie, à cinq heures.")
    choose_action(writer, "[name=action-submit]")
    expect(writer.get_by_text("vient d’être soumis à relecture")).to_be_visible()
    interview = factories.InterviewPage.objects.get(title=TITLE)
    editor = f"/cms/pages/{interview.pk}/edit/"

    reviewer.goto(editor)
    choose_action(reviewer, "[data-workflow-action-name=reject]")
    comment_in_dialog(reviewer, COMMENT)
    expect(reviewer.get_by_text("reçoit votre commentaire par courriel")).to_be_visible()

    writer.goto("/cms/")
    expect(writer.get_by_text(COMMENT)).to_be_visible()
    writer.goto(editor)
    notice = writer.get_by_role("status").filter(has_text="a renvoyé ce texte")
    expect(notice).to_contain_text(COMMENT)
    expect(writer.locator("footer [name=action-restart-workflow]")).to_have_count(0)
    writer.fill("[name=standfirst]", "À Aubrelles, un facteur raconte l'arrivée de la fibre.")
    choose_action(writer, "[name=action-submit]")

    reviewer.goto(editor)
    choose_action(reviewer, "[data-workflow-action-name=approve]")
    reviewer.wait_for_url(lambda url: "/edit/" not in url)

    chief.goto(editor)
    due = at(1)
    set_date(chief, f"{due:%Y-%m-%d %H:%M}")
    chief.wait_for_url(lambda url: url.endswith(editor))
    expect(chief.locator("footer [name=action-publish]")).to_have_count(0)
    choose_action(chief, "[data-workflow-action-name=approve]")
    chief.wait_for_url(lambda url: "/edit/" not in url)

    visitor = open_browser(java_script_enabled=False)
    address = "/entretiens/la-fibre-et-le-facteur/"
    publish()
    assert visitor.goto(address).status == 404

    monkeypatch.setattr(timezone, "now", lambda: due)
    publish()
    assert visitor.goto(address).status == 200
    for listing in ("/", "/entretiens/", "/entretiens/flux/", "/recherche/?q=facteur"):
        visitor.goto(listing)
        assert TITLE in unmarked(visitor.content())
    assert told() == [
        {"relecteur", "cheffe"},  # submitted
        {"redactrice"},  # sent back
        {"relecteur", "cheffe"},  # submitted again
        {"cheffe"},  # approved by the reviewer: the next step
        {"redactrice"},  # scheduled
        {"redactrice"},  # published
    ]
    assert COMMENT in Email.objects.filter(to__contains="redactrice").order_by("pk")[0].message
