"""A panel of choosers that works out once what is the same at each load."""

from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.admin import panels
from wagtail.admin.telepath import JSContext


class MultipleChooserPanel(panels.MultipleChooserPanel):
    """Wagtail's panel, whose name the editor's script goes by.

    The form of one more, and the chooser as the script gets it, depend on the code, the language
    and their place in the page alone.
    """

    @cached_property
    def known(self):
        return {}

    def once(self, find, *about):
        """Return what ``find`` returned for ``about`` when it was first asked in this language."""
        key = find.__name__, get_language(), *about
        if key not in self.known:
            self.known[key] = find()
        return self.known[key]

    class BoundPanel(panels.MultipleChooserPanel.BoundPanel):
        def __init__(self, **kwargs):
            panels.InlinePanel.BoundPanel.__init__(self, **kwargs)
            if self.form:
                self.empty_child = DrawnOnce(self.empty_child, self.panel)
                found = self.panel.once(self.described)
                self.js_context, self.chooser_widget_telepath_definition = found

        def described(self):
            context = JSContext()
            chooser = self.empty_child.form.fields[self.panel.chooser_field_name].widget
            return context, context.pack(chooser)


class DrawnOnce:
    """Stands for the panel of an empty form in the template."""

    def __init__(self, child, panel):
        self.child, self.panel_around = child, panel

    def __getattr__(self, name):
        return getattr(self.child, name)

    def render_form_content(self):
        return self.panel_around.once(self.child.render_form_content, self.child.prefix)
