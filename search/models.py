"""The tables of both indexes, of readers and of the CMS, and what editors say of words."""

from search.cms.models import Listed
from search.index.models import Document, Posting, Stale, Term, Word
from search.promoted.models import Promotion
from search.synonyms.models import SynonymGroup

__all__ = ["Document", "Listed", "Posting", "Promotion", "Stale", "SynonymGroup", "Term", "Word"]
