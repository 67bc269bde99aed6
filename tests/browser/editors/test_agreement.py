"""An interviewee reads, comments and approves on a phone; the editor sees it."""

import pytest
from playwright.sync_api import expect

from articles.models import InterviewPage
from home.setup import roles
from tests import factories
from tests.browser.cms import sign_in
from tests.conftest import account

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

PHONE = {"width": 360, "height": 740}


def test_an_interviewee_without_javascript_comments_and_approves(open_browser):
    writer = account("redactrice", roles.WRITER)
    page = factories.interview(
        "La fibre et le facteur",
        live=False,
        owner=writer,
        body=[factories.exchange("Qui a creusé ?"), factories.exchange("Et après ?")],
    )
    page.save_revision(user=writer)

    editor = open_browser()
    sign_in(editor, "redactrice")
    editor.goto(f"/cms/articles/agreement/{page.pk}/")
    editor.locator("form[method=post] button.button-secondary").last.click()
    address = editor.locator("input[id^=agreement-link]").input_value()

    interviewee = open_browser(java_script_enabled=False, viewport=PHONE)
    path = "/" + address.split("/", 3)[3]
    assert interviewee.goto(path).headers["referrer-policy"] == "no-referrer"
    expect(interviewee.get_by_role("heading", level=1)).to_have_text("La fibre et le facteur")
    second = interviewee.locator(".remark").nth(1)
    second.locator("summary").click()
    second.locator("textarea").fill("Le facteur s'appelle Élie.")
    # Without an answer nothing is sent, and nothing is lost.
    interviewee.locator("#answer button").click()
    expect(interviewee.get_by_role("alert")).to_be_visible()
    expect(second.locator("textarea")).to_have_value("Le facteur s'appelle Élie.")
    interviewee.locator("[name=verdict][value=approved]").check()
    interviewee.locator("#answer button").click()
    expect(interviewee.locator("#answers")).to_contain_text("Le facteur s’appelle Élie.")
    assert interviewee.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert not interviewee.context.cookies()

    editor.goto(f"/cms/pages/{page.pk}/edit/")
    comment = editor.get_by_text("Le facteur s'appelle Élie.")
    expect(comment).to_be_visible()
    editor.get_by_role("link", name="Et après ? – La ligne").click()
    expect(editor.locator("[name='body-1-value-question']")).to_be_in_viewport()
    assert InterviewPage.objects.get(pk=page.pk).is_agreed
