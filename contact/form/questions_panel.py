"""The questions of the form in the editor: each is listed by its own words."""

from django.forms import Media
from wagtail.admin.panels import InlinePanel
from wagtail.admin.staticfiles import versioned_static


class QuestionsPanel(InlinePanel):
    """Its script names each field by its question, and offers what a condition can be."""

    class BoundPanel(InlinePanel.BoundPanel):
        @property
        def media(self):
            return super().media + Media(js=[versioned_static("contact/questions.js")])
