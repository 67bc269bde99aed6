"""The interviewee's answer, and the editor's request for it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.agreement.models import COMMENT, AgreementAnswer, AgreementLink

PASSAGE = "passage-"


class CommentField(forms.CharField):
    """Counts a new line as one character, as the browser does."""

    def __init__(self, **options):
        # `form`: the passages stand in the text, outside of the form.
        widget = forms.Textarea(attrs={"rows": 4, "form": "answer"})
        super().__init__(max_length=COMMENT, required=False, widget=widget, **options)

    def to_python(self, value):
        return super().to_python(value.replace("\r\n", "\n") if value else value)


class AnswerForm(forms.Form):
    """One comment for each passage, a general one, and the answer."""

    verdict = forms.ChoiceField(
        label=_("Do you agree?"),
        choices=[
            (AgreementAnswer.Verdict.APPROVED, _("I agree that this text is published")),
            (AgreementAnswer.Verdict.CHANGES, _("I ask for changes")),
        ],
        widget=forms.RadioSelect(attrs={"form": "answer"}),
        error_messages={"required": _("Choose one of the two answers.")},
    )
    comment = CommentField(label=_("Comment on the whole"))

    def __init__(self, passages, data=None):
        super().__init__(data, label_suffix="")
        self.passages = passages
        for block_id, quote in passages.items():
            self.fields[PASSAGE + block_id] = CommentField(label=quote)

    def clean(self):
        data = super().clean()
        asks = data.get("verdict") == AgreementAnswer.Verdict.CHANGES and not self.errors
        if asks and not data["comment"] and not self.remarks():
            self.add_error("comment", _("Say what should change, here or under a passage."))
        return data

    def passage(self, block_id):
        """Return the field of the passage ``block_id``, or None."""
        return self[PASSAGE + block_id] if block_id in self.passages else None

    def remarks(self):
        """Return the comments on passages as they are stored."""
        return [
            {"id": block_id, "quote": quote, "text": text}
            for block_id, quote in self.passages.items()
            if (text := self.cleaned_data.get(PASSAGE + block_id))
        ]


class LinkForm(forms.ModelForm):
    days = forms.TypedChoiceField(
        label=_("Open for"),
        coerce=int,
        choices=[(7, _("7 days")), (14, _("14 days")), (30, _("30 days"))],
        initial=14,
    )

    class Meta:
        model = AgreementLink
        fields = ["name", "email", "message"]
        widgets = {"message": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "email": _("Only to send the link by e-mail; you can also copy it."),
            "message": _("Shown to the interviewee above the text and in the e-mail."),
        }

    def __init__(self, *args, sending=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.sending = sending

    def clean(self):
        data = super().clean()
        if self.sending and not data.get("email") and "email" not in self.errors:
            self.add_error("email", _("Fill in the address to which the link is sent."))
        return data
