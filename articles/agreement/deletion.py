"""What becomes of the links and answers when their interview is deleted.

They go into the bin with it and come back with it. When the bin forgets it, nothing that names
an interviewee remains.
"""

from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import ngettext
from post_office.models import Email
from wagtail.models import Page, PageLogEntry

from articles.agreement.models import AgreementAnswer
from articles.agreement.token import recover
from editing.bin.models import BinnedPage


def kept(page):
    """Return the links of ``page``, then the answers given through them."""
    return [*page.agreement_links.all(), *AgreementAnswer.objects.filter(link__page=page)]


def losses(page):
    """Return a sentence on the links that close, and one on the answers."""
    links = sum(link.is_open for link in page.agreement_links.all())
    answers = AgreementAnswer.objects.filter(link__page=page).count()
    sentences = [
        (
            links,
            ngettext(
                "%(count)d link of an interviewee opens nothing while the page is in the bin.",
                "%(count)d links of interviewees open nothing while the page is in the bin.",
                links,
            ),
        ),
        (
            answers,
            ngettext(
                "%(count)d answer of an interviewee goes into the bin with the page.",
                "%(count)d answers of interviewees go into the bin with the page.",
                answers,
            ),
        ),
    ]
    return [text % {"count": count} for count, text in sentences if count]


@receiver(post_delete, sender=BinnedPage)
def forget(instance, **kwargs):
    """Erase the mails and the lines of the history, unless the page was brought back."""
    links = [row["fields"] for row in instance.related if row["model"] == "articles.agreementlink"]
    if not links or Page.objects.filter(pk=instance.page_id).exists():
        return
    PageLogEntry.objects.filter(page=instance.page_id, action__startswith="agreement.").delete()
    tokens = [recover(link["key"], link["digest"]) for link in links]
    # What a mail to the interviewee, and one to the editors, holds.
    for address in [*filter(None, tokens), reverse("agreement_links", args=[instance.page_id])]:
        Email.objects.filter(message__contains=address).delete()
