"""What we assume of Wagtail's addresses, and of what its forms post to them."""

import re

import pytest

from tests.contract.sources import name_of, ours, package_file, routes

EDIT = "wagtail/admin/views/pages/edit.py"
MIXINS = "wagtail/admin/views/generic/mixins.py"
COPY = "wagtail/admin/forms/pages.py"
WORKFLOW = "wagtail/admin/static/wagtailadmin/js/workflow-action.js"

# Name, parameters that we give or read, and what breaks without them.
ADDRESSES = [
    ("wagtail_serve", "", "a slug at whose address the site itself answers is taken for free"),
    ("wagtailadmin_account", "", "the page of a request answers 500: it leads to the shortcuts"),
    ("wagtailadmin_home", "", "nobody knows any more what belongs to the CMS: CSP, limits, 413"),
    ("wagtailadmin_choose_page", "", "who handles requests reads the titles of drafts"),
    (
        "wagtailadmin_choose_page_search",
        "",
        "what is found among pages to choose from has no second list page",
    ),
    ("wagtailadmin_choose_page_external_link", "", "a link that says nothing answers 500"),
    ("wagtailadmin_error_test", "", "whoever is signed in makes the site break"),
    ("wagtailadmin_explore", "parent_page_id", "the page before a deletion answers 500"),
    ("wagtailadmin_explore_root", "", "the home of the CMS answers 500: it leads to one's drafts"),
    ("wagtailadmin_login", "", "a session that ended while somebody wrote takes the text away"),
    ("wagtailadmin_logout", "", "the browser keeps unsaved texts of who has logged out"),
    ("wagtailadmin_password_reset", "", "mails with new passwords have no limit"),
    (
        "wagtailadmin_password_reset_confirm",
        "uidb64 token",
        "who gets an account is led to no password",
    ),
    (
        "wagtailadmin_pages:add",
        "content_type_app_name content_type_model_name parent_page_id",
        "the home of the CMS answers 500: it leads to a new interview",
    ),
    ("wagtailadmin_pages:edit", "page_id", "decisions in the editor go without a word"),
    (
        "wagtailadmin_pages:revisions_revert",
        "page_id revision_id",
        "decisions on an old version go without a word",
    ),
    (
        "wagtailadmin_pages:workflow_action",
        "page_id action_name task_state_id",
        "decisions in dialogs go without a word",
    ),
    (
        "wagtailadmin_pages:revisions_compare",
        "pk revision_id_a revision_id_b",
        "nobody sees what a save overtook",
    ),
    (
        "wagtailadmin_pages:revisions_view",
        "page_id revision_id",
        "no earlier version opens in the time machine",
    ),
    ("wagtailadmin_pages:copy", "page_id", "a copy that is refused leads nowhere"),
    ("wagtailadmin_pages:delete", "page_id", "the page before a deletion answers 500"),
    ("wagtailadmin_pages:unpublish", "page_id", "the page before a deletion answers 500"),
    ("wagtailadmin_pages:usage", "page_id", "the page before a deletion answers 500"),
    ("wagtailadmin_pages:confirm_workflow_cancellation", "page_id", "no translation opens"),
    ("wagtailadmin_reports:workflow_tasks", "", "the home of the CMS answers 500"),
    ("wagtail_localize:preview_translation", "translation_id", "no translation opens"),
    ("wagtail_localize:stop_translation", "translation_id", "no translation opens"),
    ("wagtail_localize:submit_page_translation", "page_id", "no list of pages opens"),
    ("wagtail_localize:translations_report", "", "the home of the CMS answers 500"),
    ("wagtail_localize:update_translations", "translation_source_id", "no stale translation opens"),
]

# Where the name stands, the name that we read, and what breaks when it is another.
POSTED = [
    (EDIT, 'POST.get("action-publish")', "the translation editor publishes nothing"),
    (EDIT, 'POST.get("action-submit")', "the translation editor submits nothing"),
    (EDIT, 'POST.get("action-cancel-workflow")', "to call a text back is refused as stale"),
    (EDIT, 'POST.get("action-workflow-action")', "the middleware sees no decision"),
    (EDIT, 'POST.get("workflow-action-name")', "the middleware does not know what was decided"),
    (
        EDIT,
        '"workflow-action-extra-data", "{}"',
        "a forged comment is not refused, a typed one lost",
    ),
    (WORKFLOW, '"workflow-action-extra-data"', "a comment typed in a dialog is lost"),
    (EDIT, 'POST.get("overwrite_revision_id")', "a save overwrites another's text without a word"),
    (EDIT, 'POST.get("loaded_revision_id")', "a save overwrites another's text without a word"),
    (EDIT, '"loaded_revision_created_at", ""', "a save overwrites another's autosave"),
    (MIXINS, 'not self.request.accepts("text/html")', "an autosave passes for a save by hand"),
    (COPY, 'self.fields["publish_copies"]', "copies go online without what is required"),
    (COPY, 'self.fields["copy_subpages"]', "copies below a page are not looked at"),
    (COPY, 'self.fields["alias"]', "an alias goes online without what is required"),
    (
        "wagtail/admin/views/pages/bulk_actions/publish.py",
        'cleaned_data["include_descendants"]',
        "pages below go online in bulk without what is required",
    ),
    (
        "wagtail/admin/views/pages/bulk_actions/publish.py",
        'action_type = "publish"',
        "pages go online in bulk without what is required",
    ),
    (
        "wagtail/admin/views/pages/bulk_actions/delete.py",
        'action_type = "delete"',
        "who may not delete one of several pages deletes them all the same",
    ),
    (
        "wagtail/admin/views/pages/bulk_actions/move.py",
        'action_type = "move"',
        "who may not move one of several pages moves them all the same",
    ),
    ("wagtail/forms.py", "comment = forms.CharField(", "a comment is lost where it is refused"),
    (
        "wagtail/admin/views/generic/base.py",
        '"_w_filter_fragment"',
        "links of the inbox lead to a piece of the list",
    ),
    (
        "wagtail/admin/views/mixins.py",
        '.GET.get("export")',
        "the inbox exports nothing, or past what the log says",
    ),
]

NAMES = {name: set(parameters) for name, parameters, _view in routes()}


@pytest.mark.parametrize(("name", "parameters", "breaks"), ADDRESSES)
def test_an_address_has_its_name_and_parameters(name, parameters, breaks):
    assert name in NAMES, f"Wagtail has no address {name} any more: {breaks}."
    assert set(parameters.split()) <= NAMES[name], f"{name} takes {NAMES[name]}: {breaks}."


@pytest.mark.parametrize(("file", "name", "breaks"), POSTED)
def test_a_form_posts_what_we_read(file, name, breaks):
    assert name in package_file(file), f"{file} has no {name} any more: {breaks}."


def test_every_address_that_we_name_has_its_line():
    named = {}
    for file in ours("*.py", "*.html"):
        for name in re.findall(
            r"""["'](wagtail(?:admin|_localize|images|docs|users|sites|snippets)\w*(?::\w+)?"""
            r"""|wagtail_serve)["']""",
            file.read_text(encoding="utf-8"),
        ):
            named[name] = name_of(file)
    named = {name: file for name, file in named.items() if name in NAMES}
    missing = named.keys() - {name for name, _parameters, _breaks in ADDRESSES}
    assert len(named) > 10
    assert not missing, f"say in ADDRESSES what breaks without {missing}"
