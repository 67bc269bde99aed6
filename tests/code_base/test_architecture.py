"""docs/architecture.md speaks of what is there."""

import re

import pytest

from tests.code_base.test_structure import CODE, ROOT, read

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
MENTIONED = sorted(set(re.findall(r"`([^`\n]+)`", PAGE)))
FILES = [name for name in MENTIONED if "/" in name and "<" not in name and "{" not in name]
# Single words: classes, functions, constants. Not commands, paths and examples of syntax.
NAMES = [name.removesuffix("()") for name in MENTIONED if re.fullmatch(r"[A-Za-z_]+(\(\))?", name)]
SOURCE = "\n".join(read(file) for file in CODE)


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_it_mentions_exists(file):
    assert (ROOT / file).exists()


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_it_mentions_exists(name):
    assert re.search(rf"\b{name}\b", SOURCE)


def test_it_mentions_every_room_of_the_top_level_and_of_editing():
    rooms = {file.split("/")[0] for file in CODE} | {
        file.split("/")[1] for file in CODE if file.count("/") > 1 and file.startswith("editing/")
    }
    unnamed = {room for room in rooms if f"{room}/" not in PAGE}
    assert unnamed == set()


def test_it_fits_on_two_pages():
    assert len(PAGE.splitlines()) <= 110
