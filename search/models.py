"""The tables of the index."""

from search.index.models import Document, Posting, Stale, Term, Word

__all__ = ["Document", "Posting", "Stale", "Term", "Word"]
