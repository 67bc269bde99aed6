"""What stands for the visitor's name and reference in the texts that editors write for mails."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

KNOWN = ("{name}", "{reference}")
LOOKS_LIKE_ONE = re.compile(r"\{\s*\w+\s*\}")
NAME = re.compile(r"\s?\{name\}")


def validate_placeholders(text):
    """Refuse ``text`` with a word in braces that would reach the visitor as it stands."""
    unknown = [found for found in LOOKS_LIKE_ONE.findall(text) if found not in KNOWN]
    if unknown:
        raise ValidationError(
            _("%(unknown)s is not known. Only {name} and {reference} are replaced.")
            % {"unknown": ", ".join(dict.fromkeys(unknown))}
        )


def fill(text, name, reference):
    """Return ``text`` with its placeholders replaced; without a name its blank goes too."""
    values = {"{name}": name, "{reference}": reference}
    if not name:
        text = NAME.sub("", text)
    return LOOKS_LIKE_ONE.sub(lambda found: values.get(found[0], found[0]), text)
