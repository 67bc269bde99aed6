"""What editing any page needs to remember."""

from editing.binned_page import BinnedPage
from editing.history import AutosavedRevision

__all__ = ["AutosavedRevision", "BinnedPage"]
