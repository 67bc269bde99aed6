"""The tables of the index, and what editors say of words."""

from search.index.models import Document, Posting, Stale, Term, Word
from search.synonyms.models import SynonymGroup

__all__ = ["Document", "Posting", "Stale", "SynonymGroup", "Term", "Word"]
