"""The form with which a request is answered."""

import re

from django import forms
from django.conf import settings
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name

from contact.inbox.answer.templates import ReplyTemplate
from contact.mails.models import RequestMail
from contact.mails.placeholders import fill
from contact.requests.token import new_token
from editing.outbox.queue import LONGEST_SUBJECT, one_line

MOST_TEMPLATES = 200
# What templates leave to be filled in: an ellipsis by itself, and braces, empty or around a word.
# An ellipsis that ends a sentence or a quotation touches a word or stands before “»”.
OPEN_PLACE = re.compile(r"^.*(?:(?<!\S)(?:…|\.\.\.)(?!\S|\s*»)|\{[\w …]{0,40}\}).*$", re.MULTILINE)


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

    def renew(self):
        """Give the form another one-time token: sent again, it is another mail."""
        self.data = self.data.copy()
        self.data["token"] = new_token()

    def clean_subject(self):
        return filled_in(one_line(self.cleaned_data["subject"]))

    def clean_text(self):
        return filled_in(self.cleaned_data["text"])

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


def filled_in(text):
    """Return ``text``. Raises ValidationError with the lines that are still to be filled in."""
    if lines := [line.strip() for line in OPEN_PLACE.findall(text)]:
        raise forms.ValidationError(
            gettext("Fill in or take out what the template left open: %(lines)s")
            % {"lines": " · ".join(f"“{line}”" for line in lines)}
        )
    return text


def answers_to(quote_request):
    return quote_request.mails.filter(kind=RequestMail.Kind.REPLY)


def subject(quote_request):
    with override(quote_request.language):
        return gettext("Your request {reference}").format(reference=quote_request.reference)
