"""French typography, applied to what is shown; what is stored stays as it was typed."""

from cyberworkers.typography.markup import french_html
from cyberworkers.typography.text import french, typeset

__all__ = ["french", "french_html", "typeset"]
