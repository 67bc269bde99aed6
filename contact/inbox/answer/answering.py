"""Answer a request by mail."""

from django import forms
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name

from contact.inbox.answer.reply_templates import ReplyTemplate
from contact.inbox.history import record
from contact.mails.models import RequestMail, queue_for
from contact.mails.placeholders import fill
from contact.requests.models import QuoteRequest
from contact.requests.token import new_token
from cyberworkers.typography import typeset
from editing.outbox.queue import LONGEST_SUBJECT, one_line

MOST_TEMPLATES = 200
KEPT = (QuoteRequest.State.WON, QuoteRequest.State.LOST)  # an answer does not open them again


class AlreadySent(Exception):
    """The form was sent before; ``same`` says whether with the same text, for the same request."""

    def __init__(self, same):
        self.same = same


class AnswerForm(forms.Form):
    """``seen`` is the latest answer that there was when the form was shown."""

    token = forms.CharField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    template = forms.ChoiceField(label=_("Begin with a template"), required=False)
    subject = forms.CharField(label=_("Subject"), max_length=LONGEST_SUBJECT)
    text = forms.CharField(
        label=_("Text"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 12})
    )

    def __init__(self, quote_request, data=None):
        self.quote_request = quote_request
        self.templates = {
            str(template.pk): template for template in ReplyTemplate.objects.all()[:MOST_TEMPLATES]
        }
        begin = {"token": new_token(), "seen": self.latest(), "subject": subject(quote_request)}
        super().__init__(data, initial=begin)
        self.fields["template"].choices = self.template_choices()

    def template_choices(self):
        """Return the templates by language, that of the visitor first."""
        languages = sorted(
            settings.LANGUAGES, key=lambda language: language[0] != self.quote_request.language
        )
        groups = [
            (name, [(pk, t.name) for pk, t in self.templates.items() if t.language == code])
            for code, name in languages
        ]
        return [("", "---------"), *(group for group in groups if group[1])]

    def latest(self):
        """Return what stands for the latest answer: its number, 0 when there is none."""
        return str(getattr(answers_to(self.quote_request).last(), "pk", 0))

    def overtaken(self, user):
        """Say who else answered since the form was shown, or nothing.

        The form then shows it, so that sending again is a decision.
        """
        seen = self.data.get("seen", "")
        number = int(seen) if seen.isascii() and seen.isdecimal() and len(seen) < 19 else 0
        others = answers_to(self.quote_request).filter(pk__gt=number).exclude(by=user)
        last = others.select_related("by").last()
        if last is None:
            return ""
        self.data = self.data.copy()
        self.data["seen"] = self.latest()
        name = get_user_display_name(last.by) if last.by else gettext("somebody")
        return gettext(
            "Meanwhile %(name)s answered this request. Nothing was sent: to send your text as "
            "well, press the button again."
        ) % {"name": name}

    def clean_subject(self):
        return one_line(self.cleaned_data["subject"])

    def with_template(self):
        """Return an unsent form with the chosen template; what was typed stays below it."""
        data = self.data.copy()
        template = self.templates.get(data.get("template"))
        if template:
            subject, text = self.filled(template)
            untouched = {self.filled(other)[1].strip() for other in self.templates.values()}
            typed = data.get("text", "").replace("\r\n", "\n").strip()
            data["subject"] = subject
            data["text"] = text if typed in untouched else f"{text}\n\n{typed}".rstrip()
        form = AnswerForm(self.quote_request)
        form.initial |= {name: data.get(name, "") for name in self.fields}
        return form

    def filled(self, template):
        name, reference = one_line(self.quote_request.name), self.quote_request.reference
        return fill(template.subject, name, reference), fill(template.text, name, reference)


def answers_to(quote_request):
    return quote_request.mails.filter(kind=RequestMail.Kind.REPLY)


def subject(quote_request):
    with override(quote_request.language):
        return gettext("Your request {reference}").format(reference=quote_request.reference)


def hindrance(quote_request, user):
    """Return why ``user`` cannot answer this request by mail, or nothing."""
    if quote_request.state == QuoteRequest.State.SPAM:
        return gettext("This request is kept as spam. Release it first, then answer.")
    if not quote_request.email:
        return gettext("The visitor gave no e-mail address to which an answer could be sent.")
    if not user.email:
        return gettext(
            "Your account has no e-mail address, so the visitor could not reply to you. "
            "Add one under “Account”."
        )
    return ""


@transaction.atomic
def answer(quote_request, user, subject, text, token):
    """Queue the answer, in the typography of the visitor's language, and note it on the request,
    which nobody else changes meanwhile.

    Returns its RequestMail, or None when the visitor's address is none. Raises AlreadySent for
    a second post of the same form.
    """
    text = typeset(text, quote_request.language)
    subject = typeset(subject, quote_request.language)[:LONGEST_SUBJECT]  # as it is stored
    before = RequestMail.objects.filter(token=token).select_related("email").first()
    if before:
        sent = (before.quote_request_id, before.email.subject, before.email.message)
        raise AlreadySent(sent == (quote_request.pk, subject, text))
    headers = {"Reply-To": user.email}
    thread = quote_request.mails.exclude(kind=RequestMail.Kind.NOTIFICATION).last()
    if thread:
        headers |= dict.fromkeys(["In-Reply-To", "References"], thread.email.message_id)
    kind = RequestMail.Kind.REPLY
    mail = queue_for(
        quote_request, kind, quote_request.email, subject, text, headers, by=user, token=token
    )
    if mail is None:
        return None
    record(quote_request, "answer", user)
    state = quote_request.state
    if state not in KEPT:
        quote_request.state = QuoteRequest.State.ANSWERED
    if state != quote_request.state:
        record(quote_request, "state", user, before=state, after=quote_request.state)
    quote_request.last_contact = timezone.now()
    quote_request.save(update_fields=["state", "last_contact"])
    return mail
