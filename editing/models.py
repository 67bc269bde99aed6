"""What editing any page needs to remember, each model in a file of its own."""

from editing.binned_page import BinnedPage
from editing.checklist_settings import ChecklistSettings
from editing.heartbeat import Heartbeat
from editing.history import AutosavedRevision
from editing.lease import Lease
from editing.problems import PublicationProblem
from editing.review import ReviewTask, ReviewTaskState
from editing.share_image.models import ShareImage
from editing.showing import Showing

__all__ = [
    "AutosavedRevision",
    "BinnedPage",
    "ChecklistSettings",
    "Heartbeat",
    "Lease",
    "PublicationProblem",
    "ReviewTask",
    "ReviewTaskState",
    "ShareImage",
    "Showing",
]
