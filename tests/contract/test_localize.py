"""What we assume of wagtail-localize: the hooks, the words in its posts, its models."""

import pytest
from wagtail import hooks
from wagtail_localize import models
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from editing.translation import locks
from tests import factories
from tests.contract.sources import package_file
from tests.steps import translating

pytestmark = pytest.mark.django_db
L = "wagtail_localize"
# What it does within Wagtail's own views, by hooks that see posts.
HOOKS = {
    "before_edit_page": "ours come before it: `edit_translation`, `refuse_to_restart`",
    "before_edit_snippet": "people and topics are published by who may edit them, as in Wagtail",
    "after_create_page": "copies pages into languages that an administrator keeps in step",
}
EDIT = "wagtail_localize/views/edit_translation.py"
UPDATE = "wagtail_localize/views/update_translations.py"
TEXTS = [
    (EDIT, '.get("action") == "publish"', "its button would publish without our rules"),
    (EDIT, 'request.POST["value"]', "passages are saved under another name"),
    (EDIT, "translation.get_target_instance()", "the guard looks at another page than the view"),
    (EDIT, "def restart_translation", "to take a translation up again is not refused"),
    (
        "wagtail_localize/wagtail_hooks.py",
        f'"{locks.RESTART}" in request.POST',
        "to take a translation up again is not refused while the page is locked",
    ),
    (
        "wagtail_localize/wagtail_hooks.py",
        '"localize-convert-to-alias" in request.POST',
        "a translation becomes an alias, which shows the source's text, by another address",
    ),
    (UPDATE, 'cleaned_data["publish_translations"]', "the source's text is published as English"),
    (UPDATE, 'cleaned_data.get("use_machine_translation")', "a machine writes into locked pages"),
]
# Name, what we use of it, and what breaks without.
NAMES = [
    ("Translation", "source target_locale enabled", "no translation is known as one"),
    ("Translation", "get_target_instance get_target_instance_edit_url", "nothing is guarded"),
    ("Translation", "save_target", "the set-up makes no English pages"),
    ("TranslationSource", "object_id locale last_updated_at", "no translation is behind"),
    ("TranslationSource", "get_ephemeral_translated_instance", "passages make no page"),
    ("TranslationSource", "update_target_view_restrictions", "what is private is read in English"),
    ("StringTranslation", "context locale translation_of data has_error", "gaps are not seen"),
    ("StringTranslation", "last_translated_by updated_at", "people approve their own passages"),
    ("StringTranslation", "set_field_error", "an error is not shown at its passage"),
    ("SegmentOverride", "context locale set_field_error", "an error is not shown at its choice"),
    ("SegmentOverride", "last_translated_by updated_at", "people approve their own choices"),
    ("StringSegment", "source string context order", "gaps are not seen"),
    ("cleanup_translation_on_delete", "__call__", "the bin keeps passages for ever"),
]


def test_a_hook_that_sees_posts_is_known():
    seen = {
        name
        for name in hooks._hooks
        if name.startswith(("before_", "after_"))
        for function in hooks.get_hooks(name)
        if function.__module__.split(".")[0] == L
    }
    assert seen == set(HOOKS), "wagtail-localize acts in another view: say in HOOKS who guards it."


@pytest.mark.parametrize("name", ["edit_translation", "refuse_to_restart"])
def test_our_hooks_come_before_its_own(name):
    order = [one.__name__ for one in hooks.get_hooks("before_edit_page")]
    late = f"wagtail-localize sees a post before our {name}, and does what that would refuse."
    assert order.index(name) < order.index("before_edit_page"), late


@pytest.mark.parametrize(("file", "text", "breaks"), TEXTS)
def test_its_views_read_what_we_read(file, text, breaks):
    assert text in package_file(file), f"{file} has no {text} any more: {breaks}."


@pytest.mark.parametrize(("owner", "names", "breaks"), NAMES)
def test_its_models_have_what_we_use_of_them(owner, names, breaks):
    for name in names.split():
        assert hasattr(getattr(models, owner, None), name), f"{owner} has no {name}: {breaks}."


def test_a_page_is_taken_apart_into_the_passages_that_its_source_has():
    """Set-up, demo and the checklist tie words to passages by their path and order."""
    page = translating.interview()
    french = page.get_translation(factories.locale("fr"))
    apart = {
        (segment.path, segment.order, segment.string.data)
        for segment in extract_segments(french)
        if isinstance(segment, StringSegmentValue)
    }
    stored = {(one.context.path, one.order, one.string.data) for one in translating.segments(page)}
    assert apart == stored
