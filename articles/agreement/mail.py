"""The link to the interviewee, the answer to the editors: mails in the outbox."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.users.models import UserProfile

from editing.outbox.letters import post


def send_link(link):
    """Queue the mail with the address of ``link``, in the language of the page."""
    title = one_line(link.page.draft_title or link.page.title)
    with override(link.page.locale.language_code):
        sender = link.created_by and link.created_by.email
        post(
            link.email,
            _("Please read before publication: %(title)s") % {"title": title},
            render_to_string("articles/agreement/mail/link.txt", {"link": link, "title": title}),
            headers={"Reply-To": sender} if sender else None,
        )


def tell_editors(answer):
    """Queue a mail to who made the link and to the owner of the page, each in their language.

    Who may no longer edit the page is not told: the answer quotes the draft.
    """
    page = answer.link.page
    for user in {answer.link.created_by, page.owner} - {None}:
        if user.is_active and user.email and page.permissions_for_user(user).can_edit():
            tell(user, answer, page)


def tell(user, answer, page):
    title = one_line(page.draft_title or page.title)
    approved = answer.verdict == answer.Verdict.APPROVED
    link = settings.WAGTAILADMIN_BASE_URL + reverse("agreement_links", args=[page.pk])
    with override(UserProfile.get_for_user(user).preferred_language or settings.LANGUAGE_CODE):
        subject = (
            _("%(name)s approved: %(title)s")
            if approved
            else _("%(name)s asks for changes: %(title)s")
        )
        message = render_to_string(
            "articles/agreement/mail/answer.txt", {"answer": answer, "title": title, "link": link}
        )
        post(user.email, subject % {"name": one_line(answer.link.name), "title": title}, message)


def one_line(text):
    """Return ``text`` without line breaks, which a subject must not have."""
    return " ".join(text.split())
