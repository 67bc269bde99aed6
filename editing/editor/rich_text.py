"""The field of a rich text, which makes of a stored text what its script reads, once."""

from wagtail.admin.rich_text import DraftailRichTextArea

from cyberworkers.answering.malformed import Malformed
from cyberworkers.remembered.texts import Memory

READ = Memory(characters=1_000_000)


class RichTextArea(DraftailRichTextArea):
    """Wagtail's field; `WAGTAILADMIN_RICH_TEXT_EDITORS` names it."""

    def value_from_datadict(self, data, files, name):
        """Return the HTML to be stored; raises Malformed for what the script never sends."""
        try:
            return super().value_from_datadict(data, files, name)
        except Exception as error:  # of a converter, to which nothing but the text is given
            raise Malformed(name) from error

    def format_value(self, value):
        """Return ``value``, HTML as it is stored, as the JSON that the script reads.

        Links within the site are looked up each time: what they lead to may have moved.
        """
        read = super().format_value
        if not value or "linktype" in value or "<embed" in value:
            return read(value)
        return READ.recall(f"{self.features} {value}", lambda: read(value))
