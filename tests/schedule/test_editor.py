"""The editor says what will happen, before and after each step."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone
from wagtail.models import Page

from editing.schedule import due as schedule
from editing.schedule import forecast
from tests import factories
from tests.steps.editing import form

pytestmark = pytest.mark.django_db

PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture(autouse=True)  # before anybody signs in
def tuesday(monkeypatch):
    """It is 1 March 2027, 09:00 in Paris; returns the next day at 08:00."""
    now = datetime(2027, 3, 1, 9, tzinfo=PARIS)
    monkeypatch.setattr(timezone, "now", lambda: now)
    return now + timedelta(hours=23)


@pytest.fixture
def page(site, redactrice):
    page = factories.interview("Le phare", slug="phare", live=False, owner=redactrice.user)
    page.save_revision(user=redactrice.user)
    return page


def posted(client, page, action=None, go_live_at="", accept="text/html", **fields):
    """Post the editor's form for ``page``; return (messages, response)."""
    data = form(
        f"action-{action}" if action else None,
        title=page.title,
        slug=page.slug,
        go_live_at=go_live_at,
        **fields,
    )
    response = client.post(f"/cms/pages/{page.pk}/edit/", data, headers={"accept": accept})
    return [str(message) for message in get_messages(response.wsgi_request)], response


def button(client, page):
    html = client.get(f"/cms/pages/{page.pk}/edit/").content.decode()
    return html.partition("data-publish-button")[2].partition("<em")[2].partition("</em>")[0]


def test_without_a_date_the_button_says_publish(page, cheffe):
    assert button(cheffe, page).endswith(">Publier")


def test_with_a_date_the_button_names_day_hour_and_zone(page, cheffe, tuesday):
    page.go_live_at = tuesday
    page.save_revision()
    assert "mardi 2 mars" in button(cheffe, page)
    assert "08:00" in button(cheffe, page)
    assert "Paris" in button(cheffe, page)


def test_another_year_is_named(page, cheffe, tuesday):
    page.go_live_at = tuesday + timedelta(days=365)
    page.save_revision()
    assert "2028" in button(cheffe, page)


def test_who_may_not_publish_has_no_such_button(page, redactrice):
    assert (
        "data-publish-button" not in redactrice.get(f"/cms/pages/{page.pk}/edit/").content.decode()
    )


def test_a_writer_reads_what_is_missing_for_her_date(page, redactrice, tuesday):
    said, _ = posted(redactrice, page, go_live_at="2027-03-02 08:00")
    assert "mardi 2 mars" in said[-1]
    assert str(forecast.missing_step(page, redactrice.user)) in said[-1]
    said, _ = posted(redactrice, page, "submit", go_live_at="2027-03-02 08:00")
    assert "Relecture" in said[-1]


def test_the_chief_reads_that_saving_alone_schedules_nothing(page, cheffe, tuesday):
    said, _ = posted(cheffe, page, go_live_at="2027-03-02 08:00")
    assert "mardi 2 mars" in said[-1]
    assert not schedule.scheduled().exists()


def test_after_scheduling_the_message_names_the_date(page, cheffe, tuesday):
    said, response = posted(cheffe, page, "publish", go_live_at="2027-03-02 08:00")
    assert response.status_code == 302
    assert schedule.scheduled().get().approved_go_live_at == tuesday
    assert "mardi 2 mars" in said[-1]


def test_the_first_of_a_month_is_said_as_french_says_it(page, cheffe, tuesday):
    said, _ = posted(cheffe, page, "publish", go_live_at="2027-04-01 08:00")
    assert "jeudi 1er avril" in said[-1]


def test_the_end_of_publication_is_named_too(page, cheffe, tuesday):
    said, _ = posted(
        cheffe, page, "publish", go_live_at="2027-03-02 08:00", expire_at="2027-03-04 18:00"
    )
    assert "jeudi 4 mars" in said[-1]


def test_missing_required_items_are_named(page, redactrice, tuesday, monkeypatch):
    monkeypatch.setattr(forecast, "blocking", lambda page: ["Il manque le chapô."])
    said, _ = posted(redactrice, page, go_live_at="2027-03-02 08:00")
    assert "Il manque le chapô." in said[-1]


def test_an_autosave_says_nothing(page, redactrice, tuesday):
    said, response = posted(
        redactrice, page, go_live_at="2027-03-02 08:00", accept="application/json"
    )
    assert response.json()["success"]
    assert said == []


def test_a_date_in_the_past_is_refused(page, cheffe, tuesday):
    for action in (None, "publish"):
        _, response = posted(cheffe, page, action, go_live_at="2027-02-28 08:00")
        assert response.status_code == 200
        assert response.context["form"].errors["go_live_at"]
    assert not Page.objects.get(pk=page.pk).live


def test_the_date_of_a_page_that_went_live_may_stay(page, cheffe, tuesday, monkeypatch):
    page.go_live_at = tuesday
    page.save_revision().publish()
    later = tuesday + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    schedule.late().get().publish()
    said, response = posted(cheffe, page, go_live_at="2027-03-02 08:00")
    assert response.status_code == 302
    assert not any("mardi 2 mars" in text for text in said)


def test_a_date_that_passed_before_the_approval_is_explained(page, cheffe, tuesday, monkeypatch):
    page.go_live_at = tuesday
    page.save()
    page.save_revision()
    later = tuesday + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert button(cheffe, page).endswith(">Publier")
    said, _ = posted(cheffe, page, go_live_at="2027-03-02 08:00")
    assert "mardi 2 mars" in said[-1]


def test_a_newer_text_than_the_scheduled_one_is_pointed_out(page, cheffe, tuesday):
    posted(cheffe, page, "publish", go_live_at="2027-03-02 08:00")
    cheffe.get("/cms/")  # shows the message of that step
    before = cheffe.get(f"/cms/pages/{page.pk}/edit/").content.decode()
    newer = Page.objects.get(pk=page.pk).specific
    newer.save_revision()
    after = cheffe.get(f"/cms/pages/{page.pk}/edit/").content.decode()
    assert after.count("mardi 2 mars") == before.count("mardi 2 mars") + 1


def test_a_cancelled_schedule_is_confirmed_and_leaves_a_draft(page, cheffe, tuesday):
    posted(cheffe, page, "publish", go_live_at="2027-03-02 08:00")
    revision = schedule.scheduled().get()
    address = f"/cms/pages/{page.pk}/revisions/{revision.pk}/unschedule/"
    assert "déprogrammé" in cheffe.post(address, follow=True).content.decode()
    assert not schedule.scheduled().exists()
    assert "mardi 2 mars" in button(cheffe, page)


def dialog(client, page):
    html = client.get(f"/cms/pages/{page.pk}/edit/").content.decode()
    start = html.index('id="schedule-publishing-dialog"')
    return html[start : html.index("</template>", start)].replace("\N{NO-BREAK SPACE}", " ")


def test_the_dialog_of_the_date_names_the_button_as_the_editor_does(page, cheffe):
    text = dialog(cheffe, page)
    assert "avec le bouton « Programmer pour le … »" in text
    assert "Programmer pour publication" not in text


def test_the_dialog_says_that_in_a_review_the_last_approval_counts(page, redactrice, cheffe):
    page.get_workflow().start(page, redactrice.user)
    assert "dernière approbation" in dialog(cheffe, page)


def test_the_dialog_tells_a_writer_that_her_date_waits_for_the_approval(page, redactrice):
    assert "une fois le texte soumis et approuvé" in dialog(redactrice, page)
