"""What is asked in the translation editor: the ordinary editor's own steps and refusals."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import WorkflowState

from editing.checklist.panel import state
from editing.editor.saving import typed_comment
from editing.passages import known_translation_of, others_since, translation_of
from editing.review.seen import OPENED
from editing.schedule.forecast import forecast
from editing.translation.form import Passages
from editing.translation.state import behind


class TranslationEditView(EditView):
    """Wagtail's editor without its form: submits, approves, publishes … the stored passages."""

    def run_hook(self, name, *args, **kwargs):
        if name == "before_edit_page":
            return None  # that is how we came here
        return super().run_hook(name, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        """Leave the messages about locks; wagtail-localize shows the page."""
        self.form_class = Passages
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if self.expects_json_response:
            return self.json_error_response(
                "passages", _("Nothing was saved: passages are saved one by one.")
            )
        self.form_class = Passages
        if self.expects_json_response:
            # No script saves this form: passages are saved one by one, at addresses of their own.
            return self.json_error_response("malformed", _("This request cannot be read"))
        if request.POST.get("action-publish") and not self.page_perms.can_publish():
            raise PermissionDenied
        if self.decides and (others := self.changed_meanwhile()):
            messages.warning(request, stale(others, typed_comment(request)))
            return redirect(self.get_edit_url())
        return super().post(request, *args, **kwargs)

    @cached_property
    def decides(self):
        """Whether what is asked rests on the text: to send back or to cancel does not."""
        asked = self.request.POST
        return not asked.get("action-cancel-workflow") and (
            asked.get("workflow-action-name") != "reject"
        )

    def changed_meanwhile(self):
        opened = moment(self.request.POST.get(OPENED, ""))
        translation = translation_of(self.page)
        return opened and others_since(translation, self.request.user, opened)

    def get_context_data(self, **kwargs):
        """Return what our part of the page shows: see `editing/translation.html`."""
        if self.request.method == "POST":
            return {}
        menu = self.get_action_menu()
        sentence, _settled = forecast(self.page, self.request.user)
        names = ("editing/checklist", "editing/translation")
        panel = Media(
            js=[versioned_static(f"{name}.js") for name in (*names, "editing/passages")],
            css={"all": [versioned_static(f"{name}.css") for name in names]},
        )
        return {
            **state(self.form.page),
            "url": reverse("editing_checklist", args=[self.page.pk]),
            "forecast": capfirst(sentence),
            "unsaved": self.form.has_changed(),
            "sent_back": self.sent_back(),
            "behind": behind().filter(pk=self.form.translation.pk, source_changed=True).first(),
            "may_synchronise": self.request.user.has_perm("wagtail_localize.submit_translation"),
            "locked": self.locked_for_user,
            "opened": timezone.now().isoformat(),
            "opened_name": OPENED,
            "action_menu": menu,
            "media": menu.media + panel,
            "editing_sessions": self.get_editing_sessions(),
            "publishing_will_cancel_workflow": bool(self.workflow_tasks)
            and getattr(settings, "WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH", True),
            "confirm_workflow_cancellation_url": reverse(
                "wagtailadmin_pages:confirm_workflow_cancellation", args=[self.page.pk]
            ),
        }

    def sent_back(self):
        """Return the step that sent the text back, or None."""
        review = self.workflow_state
        if review and review.status == WorkflowState.STATUS_NEEDS_CHANGES:
            return review.current_task_state.specific
        return None

    def render_to_response(self, context, **kwargs):
        self.request.translation_editor = context
        return redirect(self.get_edit_url())


def moment(text):
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found and found.tzinfo else None


def stale(people, comment):
    names = ", ".join(sorted(get_user_display_name(one) if one else "?" for one in people))
    sentences = [
        _(
            "Nothing was done yet: %(names)s changed passages of this translation after you had "
            "opened it. Here is the text as it is now: look at it, then repeat."
        )
        % {"names": names}
    ]
    if comment:
        sentences.append(_("Your comment, to copy:") + f" “{comment}”")
    return " ".join(sentences)


# Before all others: the form of a translation is not what they expect.
@hooks.register("before_edit_page", order=-10)
def edit_translation(request, page):
    """Answer what is posted in the translation editor; on opening only say what locks it."""
    if known_translation_of(page) is None:
        return None
    if request.POST.get("action") == "publish":  # the button of wagtail-localize
        request.POST = request.POST.copy()
        request.POST["action-publish"] = "1"
    answer = TranslationEditView.as_view()(request, page_id=page.pk)
    return answer if request.method == "POST" else None
