"""The buttons at the foot of the translation editor: the ordinary ones, the next step first."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem, SaveDraftMenuItem

from editing.passages import known_translation_of

# What is offered as the button itself, where it is offered at all; the others are in its menu.
FIRST = ["action-page-locked", "action-submit", "approve", "action-publish"]


class PreviewItem(ActionMenuItem):
    """Shows the page with the passages as they are stored."""

    template_name = "editing/translation_preview.html"

    def __init__(self, translation):
        super().__init__()
        self.url = reverse("wagtail_localize:preview_translation", args=[translation.pk])

    def get_url(self, parent_context):
        return self.url


class StopItem(ActionMenuItem):
    """Makes of the translation a page like any other; it can be taken up again."""

    label = _("Stop following the source")
    icon_name = "cross"
    template_name = "editing/translation_stop.html"

    def __init__(self, translation):
        super().__init__()
        self.url = reverse("wagtail_localize:stop_translation", args=[translation.pk])

    def get_url(self, parent_context):
        return self.url


@hooks.register("construct_page_action_menu", order=10)
def offer_the_next_step(menu_items, request, context):
    """Passages are saved one by one, so there is no draft to save; nobody is offered what is
    not theirs to do.
    """
    page = context.get("page")
    translation = page and page.pk and context["view"] == "edit" and known_translation_of(page)
    if not translation:
        return
    may_publish = page.permissions_for_user(request.user).can_publish()
    free = not context["locked_for_user"]
    menu_items[:] = [item for item in menu_items if not isinstance(item, SaveDraftMenuItem)]
    # The first is the button, the others are its menu.
    menu_items.sort(key=lambda item: FIRST.index(item.name) if item.name in FIRST else len(FIRST))
    at = 1 if menu_items else 0
    menu_items.insert(at, PreviewItem(translation))
    if may_publish and free:
        menu_items.append(StopItem(translation))
