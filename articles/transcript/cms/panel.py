"""On the home of the CMS: begin an interview."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from articles.transcript.cms.rights import indexes_for


class BeginPanel(Component):
    """For who may write interviews: write one, or paste one, in each of their languages."""

    name = "begin"
    template_name = "articles/transcript/begin.html"
    heading = _("Begin an interview")
    order = 10

    class Media:
        css = {"all": ["editing/desk.css"]}

    def __init__(self, user):
        self.user = user

    @cached_property
    def indexes(self):
        return indexes_for(self.user)

    def get_context_data(self, parent_context):
        return {"panel": self}
