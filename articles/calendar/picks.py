"""What the reader of the calendar picked: a language, a topic, a person."""

from django import forms
from django.db.models.fields.json import KeyTransform
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from articles.interview_links import Interviewee, Interviewer, InterviewTopic
from articles.snippets import Person, Topic

# By the field of the form: the links that tie a page to it, as the page's relations name them.
LINKS = {
    "topic": {"topic_links": InterviewTopic},
    "person": {"interviewee_links": Interviewee, "interviewer_links": Interviewer},
}


def named(model):
    """Return the choices of ``model``, each once for all its languages, in the reader's."""
    names = {}
    for thing in model.objects.select_related("locale"):
        if thing.translation_key not in names or thing.locale.language_code == get_language():
            names[thing.translation_key] = str(thing)
    return sorted(names.items(), key=lambda pair: pair[1].casefold())


class Picks(forms.Form):
    language = forms.ChoiceField(label=_("Language"), required=False)
    topic = forms.ChoiceField(label=_("Topic"), required=False)
    person = forms.ChoiceField(label=_("Person"), required=False)

    def __init__(self, data):
        super().__init__(data)
        languages = [(locale.language_code, str(locale)) for locale in Locale.objects.all()]
        self.fields["language"].choices = [("", _("All languages")), *languages]
        self.fields["topic"].choices = [("", _("All topics")), *named(Topic)]
        self.fields["person"].choices = [("", _("Everybody")), *named(Person)]

    @property
    def picked(self):
        """What was picked and can be; anything else is as if it were not there."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def narrow(self, pages):
        """Return those of ``pages`` (base pages) as they were last saved for all to see."""
        if language := self.picked.get("language"):
            pages = pages.filter(locale__language_code=language)
        for name in LINKS.keys() & self.picked.keys():
            pages = pages.filter(pk__in=self._tied(name))
        return pages

    def narrow_drafts(self, pages):
        """Return those of ``pages`` by their latest text, as a list.

        The links of a draft are in its revision: the tables hold those of the first save.
        """
        if language := self.picked.get("language"):
            pages = pages.filter(locale__language_code=language)
        for name in LINKS.keys() & self.picked.keys():
            drafted = {
                f"drafted_{link}": KeyTransform(link, "latest_revision__content")
                for link in LINKS[name]
            }
            pages = pages.annotate(**drafted)
        pages = list(pages)
        for name in LINKS.keys() & self.picked.keys():
            wanted, tied = set(self._wanted(name)), set(self._tied(name))
            pages = [
                page
                for page in pages
                if (_drafted(page, name) & wanted if page.latest_revision_id else page.pk in tied)
            ]
        return pages

    def _wanted(self, name):
        model = {"topic": Topic, "person": Person}[name]
        key = self.picked[name]
        return model.objects.filter(translation_key=key).values_list("pk", flat=True)

    def _tied(self, name):
        links = [
            model.objects.filter(**{f"{name}__translation_key": self.picked[name]})
            for model in LINKS[name].values()
        ]
        pages = [link.order_by().values_list("page", flat=True) for link in links]
        return pages[0].union(*pages[1:]) if pages[1:] else pages[0]


def _drafted(page, name):
    return {
        item.get(name) for link in LINKS[name] for item in getattr(page, f"drafted_{link}") or []
    }
