"""What we assume of Wagtail's templates. Each line says what breaks where it no longer holds."""

import hashlib
import re

import pytest
from django.contrib.staticfiles import finders

from tests.contract.sources import (
    blocks,
    is_ours,
    name_of,
    our_templates,
    ours,
    package_file,
    parent,
    template_files,
)

# The packages' templates of which ours says the whole anew, as they were when ours was written.
SAID_ANEW = [
    (
        "wagtailadmin/pages/confirm_workflow_cancellation.html",
        "0be859be023a9fc9",
        "ours, which says what goes around the review, shows nothing of what is new in it",
    ),
    (
        "wagtailadmin/panels/publishing/schedule_publishing_panel.html",
        "6573d65f538d85d6",
        "ours, which names the button that makes the date effective, lacks what is new in it",
    ),
    (
        "wagtailadmin/pages/action_menu/publish.html",
        "6007c6f31796a9f4",
        "editing/publish_button.html, the button that says when it publishes, is a copy of it",
    ),
    (
        "wagtailadmin/shared/usage_summary.html",
        "b3c9bccc50a0b6c4",
        "ours, which names the pages that are online with what is deleted, lacks what is new in it",
    ),
    (
        "wagtailadmin/shared/workflow_action_modal.html",
        "4549dd3db3de10c0",
        "editing/approve_dialog.html, which says what is open, is a copy of it",
    ),
    (
        "wagtailadmin/pages/confirm_delete.html",
        "77c1be2760338bcf",
        "our page before a deletion has a form of its own: what it must post may be new",
    ),
    (
        "wagtailadmin/pages/bulk_actions/confirm_bulk_delete.html",
        "318f8578476b9ed1",
        "our page before a deletion in bulk lists the pages by itself, from the same variables",
    ),
    (
        "wagtailadmin/home.html",
        "7eb3ee7b5a9d1355",
        "ours, which labels the search and leads to our guide, lacks what is new in it",
    ),
    (
        "wagtailadmin/home/account_summary.html",
        "ff5c7d30e46778c3",
        "our home has a copy of it, without the link to Wagtail's guide",
    ),
    (
        "wagtailadmin/shared/_workflow_init.html",
        "fe7d0d6767db4157",
        "the translation editor includes it with variables of this name: its buttons would be dead",
    ),
    (
        "wagtailadmin/chooser/_search_results.html",
        "deee35c6cb9f0e94",
        "ours, which says what was looked for instead of what was typed, lacks what is new in it",
    ),
    (
        "wagtail_localize/admin/edit_translation.html",
        "52b849c00b09876c",
        "ours puts the state and the buttons around it, and tells it of locks by its variables",
    ),
]

# What our templates find in the context of the packages' views.
VARIABLES = [
    ("wagtail/admin/views/pages/delete.py", '"descendant_count"', "confirm_delete counts wrongly"),
    ("wagtail/admin/views/pages/delete.py", '"next"', "“Keep” does not lead back to the list"),
    (
        "wagtail/admin/views/pages/delete.py",
        '"type_to_confirm_before_delete"',
        "confirm_delete does not ask for the site's name before it deletes many pages",
    ),
    (
        "wagtail/admin/views/pages/delete.py",
        "is_protected",
        "confirm_delete offers what Wagtail then refuses",
    ),
    (
        "wagtail/admin/views/generic/workflow.py",
        '"needs_changes"',
        "the question before a review is ended says that the text is under review when it is not",
    ),
    (
        "wagtail/admin/views/generic/workflow.py",
        '"task"',
        "the question before a review is ended names no step",
    ),
    (
        "wagtail/admin/action_menu.py",
        '"is_scheduled"',
        "the publish button does not say that it schedules",
    ),
    (
        "wagtail/admin/action_menu.py",
        '"is_revision"',
        "the publish button does not say that it publishes an older version",
    ),
    (
        "wagtail_localize/views/edit_translation.py",
        '"isLocked"',
        "the translation editor takes words while the page is locked, and is refused each time",
    ),
    (
        "wagtail_localize/views/edit_translation.py",
        '"is_page"',
        "the translation editor has neither checklist nor buttons",
    ),
    (
        "wagtail/admin/templates/wagtailadmin/shared/headers/slim_header.html",
        "{% component editing_sessions %}",
        "the translation editor does not say who else has it open",
    ),
]


@pytest.mark.parametrize(("template", "digest", "breaks"), SAID_ANEW)
def test_what_we_say_anew_is_what_we_knew(template, digest, breaks):
    original = next(file for file in template_files(template) if not is_ours(file))
    found = hashlib.sha256(original.read_bytes()).hexdigest()[:16]
    assert found == digest, f"{template} has changed, look at our copy: {breaks}."


@pytest.mark.parametrize(("file", "name", "breaks"), VARIABLES)
def test_a_template_of_ours_gets_what_it_shows(file, name, breaks):
    assert name in package_file(file), f"{file} gives no {name} any more: {breaks}."


def test_nothing_replaces_a_template_without_a_line_here():
    known = {template for template, _digest, _breaks in SAID_ANEW}
    replaced = {
        name
        for name, file in our_templates()
        if not all(is_ours(one) for one in template_files(name)) and not parent(name, file)
    }
    assert replaced, "no template is replaced any more: this test looks in the wrong place"
    assert not replaced - known, "a template of a package is replaced: say in SAID_ANEW what breaks"


EXTENDING = [(name, file) for name, file in our_templates() if parent(name, file)]


@pytest.mark.parametrize(("name", "file"), EXTENDING, ids=[name for name, _file in EXTENDING])
def test_what_a_template_of_ours_adds_is_shown(name, file):
    above, known = (name, file), set()
    while (above := parent(*above)) and above[1]:
        known |= blocks(above[1])
    assert above is None, f"{name} extends a template that is gone: its page answers 500."
    lost = blocks(file, depth=0) - known
    assert not lost, f"{name}: nothing above it has the block {lost}, so it is shown nowhere."


USED = sorted(
    {
        (used, name_of(file))
        for file in ours("*.html", "*.py")
        for used in re.findall(
            r"[\"'](wagtail\w+/[\w/]+\.(?:html|js))[\"']", file.read_text(encoding="utf-8")
        )
    }
)


@pytest.mark.parametrize(("used", "by"), USED)
def test_a_template_or_script_that_we_name_is_there(used, by):
    found = template_files(used) if used.endswith(".html") else finders.find(used)
    assert found, f"{used} is gone, and {by} names it: its page answers 500."
