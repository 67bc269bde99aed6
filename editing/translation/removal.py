"""A passage that is given back to the source leaves a trace: who did it, and when.

wagtail-localize deletes the row that said whose the passage was. Without a trace nobody would be
the author of what the text says then, and who decides about it would not be told.
"""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter, log

from editing.passages import REMOVAL, editable


def note_removal(translation, user):
    if page := editable(translation):
        log(instance=page, action=REMOVAL, user=user)


@hooks.register("register_log_actions")
def register_removal(actions):
    @actions.register_action(REMOVAL)
    class RemovalFormatter(LogFormatter):
        label = _("Give a passage back to the source")
        message = _("A passage says again what the source says")
