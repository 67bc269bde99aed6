"""Typography, applied to what is shown; what is stored stays as it was typed."""

from cyberworkers.typography.markup import english_html, french_html
from cyberworkers.typography.text import french, typeset

__all__ = ["english_html", "french", "french_html", "typeset"]
