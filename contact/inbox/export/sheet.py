"""Requests as rows of a table: what each column is called, and what stands in it."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from contact.form.fields import FormField
from contact.requests.models import QuoteRequest, as_text

PURPOSE = FormField.Purpose
# What has a column of its own, whatever the field is called.
KNOWN = {PURPOSE.NAME, PURPOSE.ORGANIZATION, PURPOSE.EMAIL, PURPOSE.TELEPHONE}


class Sheet:
    """The columns, in the language and the time zone that are in use when it is made.

    Rows can be made later, when the view is over and its language left.
    """

    def __init__(self):
        self.zone = timezone.get_current_timezone()
        self.yes, self.no, self.withdrawn = _("Yes"), _("No"), _("Withdrawn")
        self.states = words(QuoteRequest.State.choices)
        self.reasons = words(QuoteRequest.SpamReason.choices)
        self.languages = words(settings.LANGUAGES)
        self.fields, self.asked = todays_fields()
        self.headings = [
            _("Reference"),
            _("Date"),
            _("State"),
            _("Who handles it"),
            _("Language"),
            _("Form"),
            _("Name"),
            _("Company"),
            _("E-mail address"),
            _("Telephone"),
            _("Why it looks like spam"),
            _("Consent to be called back"),
            _("Starred"),
            *self.fields.values(),
            _("Other answers"),
        ]

    def row(self, request):
        """Return the cells of a request: texts, and naive local datetimes."""
        telephone = next(
            (self.text(a["value"]) for a in request.answers if a.get("purpose") == "tel"), ""
        )
        known = [request.name, request.company, request.email, telephone]
        in_columns, others = self.sorted_answers(request, known)
        assignee = request.assignee
        return [
            request.reference,
            request.submit_time.astimezone(self.zone).replace(tzinfo=None, microsecond=0),
            self.states[request.state],
            assignee.get_full_name() or assignee.get_username() if assignee else "",
            self.languages.get(request.language, request.language),
            request.page_title,
            *known,
            " ".join(self.reasons.get(reason, reason) for reason in request.spam_reasons),
            self.consent(request),
            self.yes if request.starred else self.no,
            *(in_columns.get(name, "") for name in self.fields),
            "\n".join(others),
        ]

    def sorted_answers(self, request, known):
        """Return the answers to today's fields, and those that would otherwise vanish."""
        in_columns, others = {}, []
        for answer in request.answers:
            name, text = answer.get("name"), self.text(answer["value"])
            # Under the heading of another language's field nobody would look for it.
            asked = (name, request.language) in self.asked
            if asked and name not in in_columns:
                in_columns[name] = text
            elif text and " ".join(text.split()) not in known and text not in known:
                others.append(f"{answer['label']}: {text}")
        return in_columns, others

    def consent(self, request):
        consent = getattr(request, "callback_consent", None)
        if consent is None:
            return self.no
        return self.withdrawn if consent.withdrawn_at else self.yes

    def text(self, value):
        if isinstance(value, bool):
            return self.yes if value else self.no
        return as_text(value)


def words(choices):
    return {key: str(label) for key, label in choices}


def todays_fields():
    """Return the labels of the fields of all forms by their names, in the first language; and
    each name with the languages in which it is asked for.
    """
    labels, asked = {}, set()
    fields = FormField.objects.exclude(clean_name="").exclude(purpose__in=KNOWN)
    rows = fields.order_by("page_id", "sort_order", "pk").values_list(
        "clean_name", "label", "locale__language_code"
    )
    for name, label, language in rows:
        asked.add((name, language))
        if name not in labels or language == settings.LANGUAGE_CODE:
            labels[name] = label
    return labels, asked
