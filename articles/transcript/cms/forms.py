"""What is asked: the text or the file, then who speaks and how the interview is announced."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.transcript.drafting.people import NEW, NOBODY, propose
from articles.transcript.reading.formats import READERS

EITHER = _("Paste a text or choose a file.")
NOT_BOTH = _(
    "There is a text and a file: only one of them can be recognised. Your text is still here; "
    "empty it, or choose no file."
)


class PasteForm(forms.Form):
    """A pasted text, with its marks where the script caught them, or a file."""

    text = forms.CharField(
        label=_("Paste the interview here"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "autofocus": True, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Or choose a file, or drop it here"),
        required=False,
        help_text=_("Word, LibreOffice, rich text, text, Markdown, web page or subtitles."),
        widget=forms.FileInput(attrs={"accept": ",".join(f".{ending}" for ending in READERS)}),
    )
    # What the clipboard holds beside the plain text. A file: it may be larger than a field.
    marked = forms.FileField(required=False, widget=forms.FileInput(attrs={"hidden": True}))

    def clean(self):
        values = super().clean()
        text, file = (values.get("text") or "").strip(), values.get("file")
        if not text and not file and "file" not in self.errors:
            raise forms.ValidationError(EITHER)
        if text and file:
            raise forms.ValidationError(NOT_BOTH)
        return values


class DraftForm(forms.Form):
    """Who is interviewed and who asks: somebody the site knows, somebody new, or nobody.

    ``user`` may be told of people whom they may not add.
    """

    other = forms.CharField(label=_("Another interviewee"), required=False, max_length=120)
    description = forms.CharField(
        label=_("Description for search engines"),
        required=False,
        help_text=_("Shown below the title in search results and shared links."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, transcript, user, data=None):
        super().__init__(data)
        self.may_add = user.has_perm("articles.add_person")
        self.names = {}
        locale = transcript.index.locale
        for kind in ("people", "interviewers"):
            proposals = propose(getattr(transcript, kind), locale, self.may_add)
            for number, proposal in enumerate(proposals):
                self.ask(f"{kind}-{number}", proposal)
        if not self.may_add:
            del self.fields["other"]

    def ask(self, name, proposal):
        choices = [
            (str(one.pk), f"{one.name}, {one.role}" if one.role else one.name)
            for one in proposal.known
        ]
        if self.may_add:
            choices.append((NEW, _("New person: %(name)s") % {"name": proposal.name}))
        choices.append((NOBODY, _("Nobody of this interview")))
        self.names[name] = proposal.name
        self.fields[name] = forms.ChoiceField(
            label=proposal.name, choices=choices, initial=proposal.chosen, required=False
        )

    def asked(self, kind):
        """Return the fields of ``kind``: people or interviewers."""
        return [self[name] for name in self.names if name.startswith(f"{kind}-")]

    @property
    def groups(self):
        """Pairs of the fields and the name of each group."""
        return [
            (self.asked("people"), _("Interviewees")),
            (self.asked("interviewers"), _("Interviewers")),
        ]

    def chosen(self, kind):
        """Return pairs of a name and what was chosen for it, of a valid form."""
        found = [
            (self.names[name], self.cleaned_data[name] or self.fields[name].initial)
            for name in self.names
            if name.startswith(f"{kind}-")
        ]
        other = self.cleaned_data.get("other", "") if kind == "people" else ""
        return [*found, (other, NEW)] if other.strip() else found
