"""What the editing tools change in the CMS: each module registers its own hooks."""

from editing import checklist_hooks  # noqa: F401 - registers hooks
from editing import content_checks  # noqa: F401 - registers hooks
