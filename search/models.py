"""The tables of the index, and what editors say of words."""

from search.index.models import Document, Posting, Stale, Term, Word
from search.promoted.models import Promotion
from search.synonyms.models import SynonymGroup

__all__ = ["Document", "Posting", "Promotion", "Stale", "SynonymGroup", "Term", "Word"]
