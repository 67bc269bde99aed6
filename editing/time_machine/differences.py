"""What an earlier version holds that today's text lacks, or holds otherwise."""

import re
from html import unescape
from typing import NamedTuple

from django.db import models
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from wagtail.admin.compare import diff_text

from editing.editor.losses import TAG, inside
from editing.text import fingerprint
from editing.time_machine.stored_blocks import Bodies, own

END = re.compile(r"</(?:p|li|h\d|blockquote)>|<br/?>")


class Part(NamedTuple):
    """A block, or a field of text, that can be taken back; ``now`` is None if it is gone."""

    identity: str
    label: str
    then: str
    now: str | None

    @property
    def gone(self):
        return self.now is None

    @property
    def change(self):
        """What taking it back does to today's words, as HTML."""
        return diff_text(self.now, self.then).to_html()

    def __str__(self):
        words = Truncator(" ".join(self.then.split())).chars(60)
        return f"{self.label}\u00a0: {words}" if words else self.label


def differences(model, before, after):
    """Return the Parts of the content ``before`` that the content ``after`` has no longer so."""
    return [*changed_fields(model, before, after), *changed_blocks(model, before, after)]


def changed_fields(model, before, after):
    for field in text_fields(model):
        then, now = plain(before.get(field.name)), plain(after.get(field.name))
        if then and then != now:
            yield Part(field.name, capfirst(field.verbose_name), then, now)


def changed_blocks(model, before, after):
    then, now = Bodies(model, before), Bodies(model, after)
    for identity, spot in then.spots.items():
        label, text = spot.block.label or _("Block"), plain(spot.item["value"])
        today = now.spots.get(identity)
        if today is None:
            if not then.is_gone_from(now, spot.within[0]):  # else it comes with what is around it
                yield Part(identity, label, text, None)
            continue
        mine, other = (own(spot.block, one.item["value"]) for one in (spot, today))
        if fingerprint({"it": mine}) != fingerprint({"it": other}):
            yield Part(identity, label, plain(mine), plain(other))


def text_fields(model):
    """Return the fields of text, other than bodies, that are filled in in the editor."""
    shown = model.get_edit_handler().get_form_class().base_fields
    return [
        field
        for field in model._meta.fields
        if field.name in shown and (isinstance(field, models.TextField) or field.name == "title")
    ]


def plain(value):
    """Return the words of a stored value, each paragraph on a line."""
    texts = (TAG.sub("", END.sub("\n", one)) for one in inside(value) if isinstance(one, str))
    return "\n".join(unescape(text).strip() for text in texts if text.strip())
