"""Each name that we import is documented by Wagtail, or stands here or in `names` with a reason."""

import pytest

from tests.contract.names import ADMIN, USED
from tests.contract.sources import imports

# Undocumented, and nothing else is used of them than the name.
NAMES_ONLY = {
    f"{ADMIN}.auth.permission_denied": "who has nothing to do with pages is sent away by it",
    f"{ADMIN}.auth.user_has_any_page_permission": "the bin and the calendar ask it who works here",
    f"{ADMIN}.filters.DateRangePickerWidget": "the inbox is filtered by date with it",
    f"{ADMIN}.staticfiles.versioned_static": "our scripts in the CMS are linked with it",
    f"{ADMIN}.telepath.JSContext": "the script of a panel of choosers gets its chooser in it",
    f"{ADMIN}.ui.components.MediaContainer": "the page of a request has no side panels by it",
    f"{ADMIN}.utils.get_user_display_name": "names in mails and messages come from it",
    f"{ADMIN}.utils.get_valid_next_url_from_request": "forms lead back by it",
    f"{ADMIN}.widgets.AdminDateInput": "dates are typed in it",
    f"{ADMIN}.widgets.AdminDateTimeInput": "moments are typed in it",
    f"{ADMIN}.widgets.AdminAutoHeightTextInput": "notes are written in it",
    f"{ADMIN}.widgets.button.HeaderButton": "the buttons above a request are made with it",
    "wagtail.contrib.forms.forms.BaseForm": "the form with conditions is one",
    "wagtail.embeds.exceptions.EmbedNotFoundException": "a video without a title raises it",
    "wagtail.images.models.SourceImageIOError": "by it image tags leave a broken image out",
    "wagtail.images.shortcuts.get_rendition_or_not_found": "structured data have the poster by it",
    "wagtail.models.COMMENTS_RELATION_NAME": "comments are no text by it, so void no approval",
    "wagtail.models.get_default_page_content_type": "reviews of pages are found by it",
    "wagtail.contrib.settings.registry.registry": "a page in the menu is deleted without a word",
    "wagtail.search.utils.normalise_query_string": "the search takes any text by it",
    "wagtail.users.forms.UserCreationForm": "an account without a role is refused in it",
    "wagtail.users.forms.UserEditForm": "an account without a role is refused in it",
    "wagtail.utils.timestamps.ensure_utc": "the dates in histories are written with it",
    "wagtail.views.authenticate_with_password": "the password of a page has limits around it",
    "wagtail.wagtail_hooks.require_wagtail_login": "pages that ask for an account lead to it",
    "wagtail.views.serve": "the pages of readers are found in few statements before it",
}

# What Wagtail documents: modules with all that is in them, and names.
DOCUMENTED = {
    f"wagtail.{name}"
    for name in [
        *("admin.filters.WagtailFilterSet", "admin.forms", "admin.menu", "admin.messages"),
        *("admin.panels", "admin.ui.components.Component", "admin.ui.tables", "admin.urls"),
        *("admin.views.generic", "admin.views.home", "admin.viewsets", "admin.widgets.slug"),
        *("blocks", "contrib.forms.models", "contrib.redirects.models"),
        *("contrib.routable_page.models", "contrib.settings.models", "documents", "embeds"),
        *("fields", "hooks", "images.blocks", "images.forms", "images.get_image_model"),
        *("images.get_image_model_string", "images.models", "log_actions", "models"),
        *("permission_policies", "permissions", "rich_text.expand_db_html", "search", "signals"),
        *("snippets", "urls", "users.models", "users.apps", "users.views.users"),
    ]
}
IMPORTED = imports("wagtail")


def is_documented(name):
    return any(name == one or name.startswith(f"{one}.") for one in DOCUMENTED)


@pytest.mark.parametrize(("name", "file"), sorted(IMPORTED.items()))
def test_a_name_that_we_import_is_documented_or_has_its_line(name, file):
    known = {owner.replace(":", ".") for owner, _things, _breaks in USED} | NAMES_ONLY.keys()
    assert is_documented(name) or name in known, f"say here what {file} needs {name} for"


@pytest.mark.parametrize(("name", "use"), NAMES_ONLY.items())
def test_a_line_is_about_a_name_that_we_import(name, use):
    assert name in IMPORTED, f"nothing imports {name} any more, though here it says: {use}"
