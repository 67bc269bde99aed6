"""An approval is of the text that was on screen: what is posted says which one that was."""

from django.utils.translation import gettext as _

from editing.editor.saving import LOADED, is_stale
from editing.names import name

# When the translation editor was opened, as its form says.
OPENED = "translation-opened"


def why_unseen(data, latest):
    """Return the sentence that refuses an approval which does not know the revision ``latest``.

    ``data`` is what was posted. Where it tells what was seen, and that is the text, return "".
    """
    if not data.get(LOADED):
        return _(
            "Nothing was approved: it is not known which text was read. Here it is: look at it, "
            "then repeat."
        )
    return changed_by(latest.user) if is_stale(data, latest) else ""


def changed_by(user):
    """Return the sentence that refuses to approve a text which ``user``, or somebody, changed."""
    return _(
        "Nothing was approved: %(person)s changed this text after you had opened it. Here it is as "
        "it is now: look at it, then repeat."
    ) % {"person": name(user)}
