"""Where the agreement on an interview stands."""

from django.utils.functional import cached_property
from django.utils.translation import ngettext

from articles.agreement.models import AgreementAnswer
from articles.agreement.text import text_digest

Verdict = AgreementAnswer.Verdict


class Agreement:
    """The links and answers of ``page``, and what they mean for its latest text."""

    def __init__(self, page):
        self.page = page

    @cached_property
    def links(self):
        if not self.page.pk:
            return []
        links = self.page.agreement_links.select_related("created_by").prefetch_related("answers")
        for link in links:
            link.page = self.page  # one query less for each
            for answer in link.answers.all():
                answer.link = link
                answer.is_outdated = answer.digest != self.digest
        return links

    @cached_property
    def digest(self):
        """Of the page as it is here: a draft, or the revision that is to be published."""
        return text_digest(self.page.serializable_data())

    @cached_property
    def last_answers(self):
        """The last answer through each link, the newest first."""
        answers = [link.last_answer for link in self.links if link.last_answer]
        return sorted(answers, key=lambda answer: answer.created_at, reverse=True)

    @property
    def is_agreed(self):
        """Whether the latest text was approved, and nobody asks to change it.

        Withdrawing a link closes its address: an approval given through it stays, a request
        for changes stands in the way no longer.
        """
        now = [answer for answer in self.last_answers if not answer.is_outdated]
        asked = [answer for answer in now if answer.verdict == Verdict.CHANGES]
        return any(answer.verdict == Verdict.APPROVED for answer in now) and all(
            answer.link.withdrawn_at for answer in asked
        )

    @property
    def outdated(self):
        """The newest approval, when it concerns an older text; else None."""
        approvals = [answer for answer in self.last_answers if answer.verdict == Verdict.APPROVED]
        if approvals and approvals[0].is_outdated and not self.is_agreed:
            return approvals[0]
        return None


def counted_remarks(page):
    """Return the phrase that counts the open remarks on ``page``, or "".

    Open is what the last answer through a link asks for, until another answer, until the link is
    withdrawn, or until a text is published.
    """
    links = page.agreement_links.filter(withdrawn_at=None).prefetch_related("answers")
    last = [link.last_answer for link in links if link.last_answer]
    count = sum(
        len(answer.passages) + bool(answer.comment)
        for answer in last
        if answer.verdict == Verdict.CHANGES
        and not (page.last_published_at and page.last_published_at > answer.created_at)
    )
    text = ngettext(
        "%(count)d remark of the interviewee", "%(count)d remarks of the interviewee", count
    )
    return text % {"count": count} if count else ""
