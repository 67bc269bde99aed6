"""The sections “Mails” and “Answer” of the page of a request."""

from django import template

from contact.inbox.answer.form import AnswerForm
from contact.inbox.answer.sending import hindrance
from contact.mails.models import RequestMail
from editing.outbox.state import state_of

MOST_MAILS = 50

register = template.Library()


@register.inclusion_tag("contact/request/mails.html", takes_context=True)
def request_mails(context, quote_request):
    """Show the mails of a request, what became of each, and why there is none."""
    mails = quote_request.mails.select_related("email", "by").prefetch_related("email__logs")
    mails = list(mails.order_by("-created_at", "-pk")[: MOST_MAILS + 1])
    more, mails = len(mails) > MOST_MAILS, mails[:MOST_MAILS][::-1]
    kinds = set(quote_request.mails.order_by().values_list("kind", flat=True).distinct())
    for mail in mails:
        mail.delivery = state_of(mail.email)
    return {
        "rows": mails,
        "more": more,
        "quote_request": quote_request,
        "spam": quote_request.state == quote_request.State.SPAM,
        "team_not_told": RequestMail.Kind.NOTIFICATION not in kinds,
        "not_confirmed": RequestMail.Kind.CONFIRMATION not in kinds,
        "user": context["request"].user,
        "may_change": may_change(context),
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("contact/request/answer.html", takes_context=True)
def request_answer(context, quote_request):
    """Show the form that answers a request, to those who may, or why it cannot be answered."""
    return {
        "quote_request": quote_request,
        "form": AnswerForm(quote_request),
        "hindrance": hindrance(quote_request, context["request"].user),
        "may_change": may_change(context),
        "may_see_templates": context["request"].user.has_perm("contact.change_replytemplate"),
        "csrf_token": context.get("csrf_token"),
    }


def may_change(context):
    return context["request"].user.has_perm("contact.change_quoterequest")
