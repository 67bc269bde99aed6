"""What is said of a file that is not read."""

from django.utils.translation import gettext_lazy as _

NOT_TEXT = _("This file is no text. Save it as .docx, .odt or .txt and drop it again.")
NOT_WHAT_IT_SAYS = _(
    "This file is not what its name says, or it is damaged. Open it in its programme, save it "
    "anew, and drop it again; or copy its text and paste it."
)
UNKNOWN = _(
    "This kind of file is not read. Save it as .docx, .odt, .rtf, .txt, .md, .html, .srt or "
    ".vtt; or copy its text and paste it."
)
TOO_LARGE = _(
    "This file has more than %(most)d MB: it was not read. Make its images smaller, or copy its "
    "text and paste it."
)
MACROS = _(
    "This document holds macros: it was not read. Save it without them, as .docx or .odt, and "
    "drop it again."
)
HOSTILE = _(
    "This file is built in a way that no word processor uses: it was not read. Copy its text and "
    "paste it."
)
