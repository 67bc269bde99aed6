"""What editing any page adds to the CMS: each module registers its own hooks."""

import editing.accounts.failures  # noqa: F401 - registers hooks
import editing.accounts.private_pages  # noqa: F401 - registers hooks
import editing.bin.views  # noqa: F401 - registers hooks
import editing.checklist.content_checks  # noqa: F401 - registers hooks
import editing.checklist.hooks  # noqa: F401 - registers hooks
import editing.desk  # noqa: F401 - registers hooks
import editing.desk.guide  # noqa: F401 - registers hooks
import editing.editor.block_definitions  # noqa: F401 - registers the widget of bodies
import editing.editor.history  # noqa: F401 - registers hooks
import editing.editor.removed_blocks  # noqa: F401 - registers hooks
import editing.editor.saving  # noqa: F401 - registers hooks
import editing.editor.sessions  # noqa: F401 - registers hooks
import editing.editor.writers  # noqa: F401 - registers hooks
import editing.guards  # noqa: F401 - registers hooks
import editing.next_step.button  # noqa: F401 - registers hooks
import editing.outbox.backlog  # noqa: F401 - registers a check
import editing.outbox.failed_mails  # noqa: F401 - registers hooks
import editing.review.bypass  # noqa: F401 - registers hooks
import editing.review.sending_back  # noqa: F401 - registers hooks
import editing.schedule.alarm  # noqa: F401 - registers hooks
import editing.schedule.dialog  # noqa: F401 - registers hooks
import editing.schedule.forecast  # noqa: F401 - registers hooks
import editing.schedule.publish_button  # noqa: F401 - registers hooks
import editing.time_machine.hooks  # noqa: F401 - registers hooks
import editing.translation.buttons  # noqa: F401 - registers hooks
import editing.translation.edit  # noqa: F401 - registers hooks
import editing.translation.locks  # noqa: F401 - registers hooks
import editing.translation.removal  # noqa: F401 - registers hooks
import editing.translation.report  # noqa: F401 - registers hooks
import editing.translation.stock  # noqa: F401 - registers hooks
import editing.translation.taking_over  # noqa: F401 - registers hooks
import editing.translation.untranslated  # noqa: F401 - registers hooks
