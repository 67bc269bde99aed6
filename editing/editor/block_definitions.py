"""What the editor's script is told of the blocks of a body, put together once for each language."""

from functools import cache

from django.utils.translation import get_language
from wagtail.admin.forms.models import register_form_field_override
from wagtail.blocks.base import BlockWidget
from wagtail.fields import StreamField


class BodyWidget(BlockWidget):
    """Tells of the blocks of a StreamField what was told when it was first opened.

    That depends on the code and the language alone: blocks whose choices or default change while
    the process runs would need Wagtail's own widget.
    """

    def __init__(self, field):
        super().__init__(field.stream_block)
        self.field = field

    @property
    def block_json(self):
        return described(self.field, get_language())[0]

    @property
    def js_context(self):
        return described(self.field, get_language())[1]


@cache
def described(field, language):
    """Return (JSON, JSContext) of the blocks of ``field`` in ``language``, the active one."""
    widget = BlockWidget(field.stream_block)
    return widget.block_json, widget.js_context


register_form_field_override(StreamField, override=lambda field: {"widget": BodyWidget(field)})
