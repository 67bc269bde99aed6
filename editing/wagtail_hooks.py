"""What the editing tools change in the CMS: each module registers its own hooks."""

import editing.checklist_hooks  # noqa: F401 - registers hooks
import editing.content_checks  # noqa: F401 - registers hooks
