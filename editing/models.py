"""What editing any page needs to remember, each model in a file of its own."""

from editing.bin.models import BinnedPage
from editing.checklist.settings import ChecklistSettings
from editing.editor.states import AutosavedRevision
from editing.review.task import ReviewTask, ReviewTaskState
from editing.schedule.problems import PublicationProblem
from editing.share_image.models import ShareImage
from editing.time_machine.pins import PinnedRevision
from editing.worker.heartbeat import Heartbeat
from editing.worker.lease import Lease
from editing.worker.prerendering import Prerendered
from editing.worker.wanted import WantedRendition

__all__ = [
    "AutosavedRevision",
    "BinnedPage",
    "ChecklistSettings",
    "Heartbeat",
    "Lease",
    "PinnedRevision",
    "PublicationProblem",
    "ReviewTask",
    "ReviewTaskState",
    "ShareImage",
    "Prerendered",
    "WantedRendition",
]
