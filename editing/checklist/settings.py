"""How much each item of the checklist matters: set by administrators.

What there is to set, the checks of the installed page types say themselves: a new one needs
nothing here.
"""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from editing.checklist.checks import Level, installed_checks


class LevelsForm(WagtailAdminModelForm):
    """Has a field for each check, under its key: see `LevelPanels`."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial |= self.instance.levels

    def save(self, commit=True):
        # A check that is not installed at the moment keeps its level.
        self.instance.levels |= self.cleaned_data
        return super().save(commit)


class LevelPanels(ObjectList):
    """A field for each check, made when the settings are first opened: all apps are there then."""

    def on_model_bound(self):
        checks = installed_checks()
        self.children = [FieldPanel(check.key) for check in checks]
        fields = {check.key: level_field(check) for check in checks}
        self.base_form_class = type("LevelsForm", (LevelsForm,), fields)
        super().on_model_bound()


def level_field(check):
    return forms.ChoiceField(
        choices=Level.choices,
        label=check.label,
        initial=check.level,
        help_text=check.help_text,
        widget=forms.RadioSelect,  # a phone is too narrow for a menu of such long answers
    )


@register_setting(icon="list-ul")
class ChecklistSettings(BaseGenericSetting):
    """``levels`` holds what was set, under the keys of the checks."""

    levels = models.JSONField(default=dict)

    edit_handler = LevelPanels()

    never_shown = True  # to readers

    class Meta:
        verbose_name = _("checklist before publication")

    def level_of(self, check):
        """Return what was set for ``check``, else its own default."""
        return self.levels.get(check.key, check.level)
