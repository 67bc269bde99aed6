"""The home of the CMS: for each role what concerns it, in one column, the urgent first."""

from wagtail import hooks
from wagtail.admin.views import home

from editing.desk.comments import CommentsPanel
from editing.desk.dates import ScheduledPanel
from editing.desk.drafts import DraftsPanel
from editing.desk.reviews import ReviewsPanel
from editing.desk.translations import TranslationsPanel

PANELS = [ReviewsPanel, DraftsPanel, CommentsPanel, ScheduledPanel, TranslationsPanel]
# Ours say the same and more. Pages that somebody locked stay: nothing else lists them.
REPLACED = (
    home.WorkflowObjectsToModeratePanel,
    home.UserObjectsInWorkflowModerationPanel,
    home.RecentEditsPanel,
)


@hooks.register("construct_homepage_panels")
def furnish(request, panels):
    panels[:] = [panel for panel in panels if not isinstance(panel, REPLACED)]
    panels += [panel for panel in (kind(request.user) for kind in PANELS) if panel.concerns()]
