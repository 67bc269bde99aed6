"""What a search found, as people read it."""

import re


def unmarked(html):
    """Return ``html`` without the marks around the words that were searched for."""
    return re.sub(r"</?mark>", "", html)
