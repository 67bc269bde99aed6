"""What editing any page adds to the CMS: each module registers its own hooks."""

from editing import (
    bin_views,  # noqa: F401 - registers hooks
    desk,  # noqa: F401 - registers hooks
    history,  # noqa: F401 - registers hooks
    saving,  # noqa: F401 - registers hooks
)
