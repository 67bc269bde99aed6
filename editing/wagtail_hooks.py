"""What editing any page adds to the CMS: each module registers its own hooks."""

import editing.alarm  # noqa: F401 - registers hooks
import editing.bin_views  # noqa: F401 - registers hooks
import editing.bulk  # noqa: F401 - registers hooks
import editing.bypass  # noqa: F401 - registers hooks
import editing.checklist_hooks  # noqa: F401 - registers hooks
import editing.content_checks  # noqa: F401 - registers hooks
import editing.desk  # noqa: F401 - registers hooks
import editing.failed_mails  # noqa: F401 - registers hooks
import editing.history  # noqa: F401 - registers hooks
import editing.outlook  # noqa: F401 - registers hooks
import editing.publish_button  # noqa: F401 - registers hooks
import editing.saving  # noqa: F401 - registers hooks
import editing.schedule_dialog  # noqa: F401 - registers hooks
import editing.sending_back  # noqa: F401 - registers hooks
import editing.translation.buttons  # noqa: F401 - registers hooks
import editing.translation.edit  # noqa: F401 - registers hooks
