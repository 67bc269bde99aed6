"""A review in a browser: the dialog for a comment, and who is told."""

from itertools import groupby

from playwright.sync_api import expect
from post_office.models import Email


def comment_in_dialog(page, comment):
    """Send the dialog off without a comment, which it refuses, then with ``comment``."""
    dialog = page.locator(".modal-dialog")
    dialog.locator("[type=submit]").first.click()
    expect(dialog.get_by_text("Écrivez ce qui doit changer")).to_be_visible()
    dialog.locator("#id_comment").fill(comment)
    dialog.locator("[type=submit]").first.click()
    dialog.wait_for(state="detached")


def told():
    """Return who got a mail at each step, in order."""
    mails = Email.objects.order_by("pk")
    return [
        {mail.to[0].partition("@")[0] for mail in step}
        for _subject, step in groupby(mails, key=lambda mail: mail.subject)
    ]
