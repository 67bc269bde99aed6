"""On the home of the CMS: which interviewees answered, and which do not answer yet."""

from django.db.models import DateTimeField, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks

from articles.agreement.models import AgreementAnswer, AgreementLink
from articles.agreement.state import Verdict
from editing.dates import since
from editing.desk.panel import ListPanel, Row, language, may

LONGEST = 300  # characters of a comment; the page of links has all of it


class AgreementsPanel(ListPanel):
    """Of the links that this person made, or that lead to this person's texts."""

    name = "agreements"
    heading = gettext_lazy("Agreement of interviewees")
    empty = gettext_lazy("No interviewee is asked for their agreement.")
    icon = "user"
    order = 32
    guide = "laccord-de-la-personne-interrogee"

    def concerns(self):
        """Who writes reads that there is nothing; others see the list when there is something."""
        return may(self.user, "add") or bool(self.links)

    @cached_property
    def links(self):
        mine = Q(created_by=self.user) | Q(page__owner=self.user)
        return list(pending().filter(mine).select_related("page__locale")[: self.limit + 1])

    def rows(self):
        last = AgreementAnswer.objects.filter(pk__in=[link.last for link in self.links])
        answers = {answer.link_id: answer for answer in last}
        return [self.row(link, answers.get(link.pk)) for link in self.links]

    def row(self, link, answer):
        return Row(
            title=link.page.get_admin_display_title(),
            url=reverse("agreement_links", args=[link.page_id]),
            language=language(link.page),
            **(answered(link, answer) if answer else waiting(link)),
        )


def pending():
    """Return the links of texts that were not published since, the last to move first.

    Each was answered, or is open and waits. Through a withdrawn link an approval counts, and what
    it asked to change does not: as `articles.agreement.state.Agreement.is_agreed`.
    """
    answers = AgreementAnswer.objects.filter(link=OuterRef("pk")).order_by("-created_at", "-pk")
    links = AgreementLink.objects.annotate(
        last=Subquery(answers.values("pk")[:1]),
        verdict=Subquery(answers.values("verdict")[:1]),
        answered_at=Subquery(answers.values("created_at")[:1], output_field=DateTimeField()),
    ).annotate(moved_at=Coalesce("answered_at", "created_at"))
    waits = Q(withdrawn_at=None, expires_at__gt=timezone.now())
    counts = Q(withdrawn_at=None, last__isnull=False) | Q(verdict=Verdict.APPROVED)
    unpublished = Q(page__last_published_at=None) | Q(page__last_published_at__lt=F("moved_at"))
    return links.filter(unpublished & (counts | waits)).order_by("-moved_at", "-pk")


def answered(link, answer):
    asks = answer.verdict == Verdict.CHANGES
    text = _("%(name)s asks for changes") if asks else _("%(name)s approved the text")
    notes = [since(answer.created_at)]
    if count := len(answer.passages):
        remarks = ngettext("%(count)d remark on a passage", "%(count)d remarks on passages", count)
        notes.append(remarks % {"count": count})
    return {
        "state": text % {"name": link.name},
        "notes": notes,
        "comment": Truncator(answer.comment).chars(LONGEST),
        "urgent": asks,
    }


def waiting(link):
    seen = _("seen, not answered") if link.seen_at else _("open, not seen yet")
    return {
        "state": _("Waiting for %(name)s") % {"name": link.name},
        "notes": [_("asked %(when)s") % {"when": since(link.sent_at or link.created_at)}, seen],
    }


@hooks.register("construct_homepage_panels")
def add_agreements(request, panels):
    panel = AgreementsPanel(request.user)
    if panel.concerns():
        panels.append(panel)
