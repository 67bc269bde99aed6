"""What editing any page needs to remember, each model in a file of its own."""

from editing.binned_page import BinnedPage
from editing.checklist_settings import ChecklistSettings
from editing.history import AutosavedRevision

__all__ = ["AutosavedRevision", "BinnedPage", "ChecklistSettings"]
