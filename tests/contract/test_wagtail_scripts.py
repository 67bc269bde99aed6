"""What our scripts and templates assume of Wagtail's scripts, and of the editor's mark-up."""

import re
from functools import cache

import pytest

from tests.contract.sources import name_of, ours, package_file

CORE = "wagtail/admin/static/wagtailadmin/js/core.js"
WORKFLOW = "wagtail/admin/static/wagtailadmin/js/workflow-action.js"
LOCALIZE = "wagtail_localize/static/wagtail_localize/js/wagtail-localize.js"
PANEL = "wagtail/admin/templates/wagtailadmin/shared/panel.html"
BLOCKS = "wagtail/admin/static/wagtailadmin/js/telepath/blocks.js"
DRAFTAIL = "wagtail/admin/static/wagtailadmin/js/draftail.js"
LAST = "the last letters before the button are not saved"
GONE = "no line from which it comes back is left where a block was removed"
ONWARD = "no key leads from an answer to the next question, or what is typed then is lost"
AUTOSAVED = "neither the checklist nor the button beside autosave learns of an automatic save"

TEXTS = [
    (DRAFTAIL, "stateSaveInterval:250", LAST),
    (DRAFTAIL, "Draftail-Editor", LAST),
    (BLOCKS, "addSibling(e){this.sequence._onRequestInsert(this.index+1,e)}", ONWARD),
    (BLOCKS, ".hide(),setTimeout(()=>{", ONWARD),
    (BLOCKS, "data-streamfield-list-add", "answers have a second ⊕ again, which does not say what"),
    (CORE, "StimulusModule", ONWARD),
    (CORE, 'identifier:"w-autosave"', AUTOSAVED),
    (CORE, 'dispatch("success"', AUTOSAVED),
    (
        CORE,
        'this.submit(this.dispatch("save",{cancelable:!0,',
        "an autosave under way passes for that of another window, or wins over the button",
    ),
    (
        CORE,
        "submit=async({defaultPrevented:e,",  # read when it is sent, not when it is announced
        "the button does not call off an autosave that was not sent yet",
    ),
    (
        "wagtail/admin/static/wagtailadmin/js/comments.js",
        "w-autosave:success",
        f"the event after an automatic save has another name: {AUTOSAVED}",
    ),
    (
        "wagtail/admin/views/pages/edit.py",
        '"revision_id": revision.pk',
        "the save by hand after an automatic one passes for that of another window",
    ),
    (
        "wagtail/admin/views/pages/edit.py",
        '"pk": self.page.pk',
        "the checklist of a new page does not find it after its first automatic save",
    ),
    (
        "wagtail/admin/templates/wagtailadmin/pages/edit.html",
        "w-unsaved:add->w-autosave#save",
        "saving does not go on by itself after log-in",
    ),
    (CORE, "error_message", "the editor does not learn that the session has ended"),
    (CORE, "A.HE.CSRF_TOKEN", "nobody hears of others in the editor after a new log-in"),
    (CORE, "window.wagtailConfig=A.HE", "nobody hears of others in the editor after a new log-in"),
    (LOCALIZE, '"X-CSRFToken":', "no passage is saved after a new log-in"),
    (PANEL, "data-panel>", "a link of the checklist finds no section around the place to mend"),
    (PANEL, "data-panel-toggle", "a link of the checklist leads into a section that stays closed"),
    (PANEL, 'class="w-panel__content"', "a link of the checklist puts the cursor on the heading"),
    (
        "wagtail/admin/templates/wagtailadmin/shared/tabs/tab_nav_link.html",
        'role="tab"',
        "a link of the checklist does not open the tab of the place to mend",
    ),
    (
        "wagtail/admin/templates/wagtailadmin/shared/tabs/tab_nav_link.html",
        'href="#tab-',
        "a link of the checklist does not open the tab of the place to mend",
    ),
    (
        BLOCKS,
        "=`block-${s}-section`",
        "a link of the checklist finds no block",
    ),
    (BLOCKS, 'data-streamfield-action="${this.labelIdentifier}"', GONE),
    (BLOCKS, 'labelIdentifier="DELETE"', GONE),
    (BLOCKS, "<div data-streamfield-child ", GONE),
    (
        BLOCKS,
        'name="${this.prefix}-deleted" value=""',
        f"a second click removes the block after it, and {GONE}",
    ),
    (CORE, ".element.rootBlock=", GONE),
    (BLOCKS, "insert({type:e,value:t,id:i},n,s){", "a removed block of a body does not come back"),
    (BLOCKS, "insert(e,t,i){return", "a removed answer does not come back"),
    (
        "wagtail/admin/static/wagtailadmin/js/draftail.js",
        "serialiseEditorStateToRaw:",
        "a removed answer comes back empty where it is saved at once",
    ),
    (BLOCKS, "this.inserters.splice(", "the lines of removed blocks lose their order"),
    (BLOCKS, "getTextLabel(", "the line of a removed block does not say how it began"),
    (
        "wagtail/admin/panels/publishing_panel.py",
        '"go_live_at"',
        "the publish button is not renamed when a date is chosen",
    ),
    (WORKFLOW, "[data-edit-form]", "the buttons of a review in the translation editor do nothing"),
    (WORKFLOW, "[data-workflow-action-name]", "no decision of the translation editor is sent"),
    (WORKFLOW, "[name=action-publish]", "our publish button ends a review without a question"),
    (WORKFLOW, "[data-confirm-cancellation]", "our question before a review is ended never ends"),
    (WORKFLOW, "[data-cancel-dialog]", "our question before a review is ended cannot be left"),
    (WORKFLOW, "success(", "what we answer to a dialog is not followed"),
    (WORKFLOW, ".redirect", "what we answer to a dialog of the home page is not followed"),
    (LOCALIZE, ".js-translation-editor", "the state of a translation is put nowhere"),
    (LOCALIZE, "isLocked", "the translation editor takes words while the page is locked"),
    (
        "wagtail/admin/static/wagtailadmin/js/modal-workflow.js",
        "().post(",  # jQuery's, which sends X-Requested-With
        "dialogs do not say that they are one: our refusals in them answer with a whole page",
    ),
]


@pytest.mark.parametrize(("file", "text", "breaks"), TEXTS)
def test_a_script_finds_what_it_looks_for(file, text, breaks):
    assert text in package_file(file), f"{file} has no {text} any more: {breaks}."


def controller(name):
    """Return the source of Wagtail's controller ``name``, or ""."""
    core = package_file(CORE)
    found = re.search(rf'controllerConstructor:(\w+),identifier:"{name}"', core)
    start = found and core.find(f"class {found[1]} extends ")
    if not found or start < 0:
        return ""
    depth = 0
    for brace in re.finditer("[{}]", core[start:]):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return core[start : start + brace.end()]
    return ""


@cache
def controllers_of_ours():
    texts = (file.read_text(encoding="utf-8") for file in ours("*.js"))
    return {name for text in texts for name in re.findall(r"app\.register\('([\w-]+)'", text)}


def uses():
    """Yield (file, controller, pattern of what we use of it) for all of our mark-up."""
    for file in ours("*.html", "*.py"):
        text = file.read_text(encoding="utf-8")
        for names in re.findall(r'data-controller"?[=:] ?"([^"]+)"', text):
            of_wagtail = set(names.split()) - controllers_of_ours()
            yield from ((name_of(file), name, "") for name in of_wagtail)
        for actions in re.findall(r'data-action="([^"]+)"', text):
            for name, method in re.findall(r"(w-\w+)#(\w+)", actions):
                yield name_of(file), name, rf"[;}}]{method}(\(|=)"
            for name, event in re.findall(r"(w-\w+):(\w+)->", actions):
                yield name_of(file), name, rf'dispatch\("{event}"'
        for name, value in re.findall(r"data-(w-[a-z]+)-([a-z-]+)-value=", text):
            first, *others = value.split("-")
            camel = first + "".join(map(str.capitalize, others))
            yield name_of(file), name, rf"static values={{[^;]*\b{camel}:"
        for name, target in re.findall(r'data-(w-[a-z]+)-target="(\w+)"', text):
            yield name_of(file), name, rf'static targets=\[[^\]]*"{target}"'


@pytest.mark.parametrize(("file", "name", "pattern"), sorted(set(uses())))
def test_a_controller_that_our_mark_up_names_does_what_we_ask(file, name, pattern):
    source = controller(name)
    assert source, f"Wagtail has no controller {name} any more: what {file} offers does nothing."
    said = f"Wagtail's {name} has no {pattern} any more: what {file} asks of it does nothing."
    assert re.search(pattern, source), said
