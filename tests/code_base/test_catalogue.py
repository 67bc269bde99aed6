"""The interface speaks French throughout, and its templates are all in use."""

import re
from pathlib import Path

import polib
import pytest
from django.utils.translation import gettext, override

from cyberworkers.typography import french
from cyberworkers.typography.markup import typeset_html
from cyberworkers.typography.text import changes
from tests.code_base.test_structure import APPS, BASE, ROOT

CATALOGUE = ROOT / "site" / "locale" / "fr" / "LC_MESSAGES" / "django.po"


def source_files(*endings):
    for folder in (*APPS, BASE, "site"):
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix in endings and "migrations" not in file.parts:
                yield file


def test_every_string_is_translated():
    catalogue = polib.pofile(str(CATALOGUE))
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []
    assert [entry.msgid for entry in catalogue.obsolete_entries()] == []


def test_the_compiled_catalogue_is_that_of_the_source():
    compiled = polib.mofile(str(CATALOGUE.with_suffix(".mo")))
    source = polib.pofile(str(CATALOGUE))

    def texts(entries):
        return {
            (entry.msgctxt, entry.msgid): entry.msgstr_plural or entry.msgstr for entry in entries
        }

    assert texts(compiled) == texts(source)


def test_the_catalogue_is_in_french_typography():
    """The CMS is not typeset when shown, so what it says is written as it should look."""
    for entry in polib.pofile(str(CATALOGUE)):
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            assert text == (typeset_html(text, "fr", changes) if "<" in text else french(text))


@pytest.mark.parametrize(
    ("english", "french"),
    [("Editing", "Modification"), ("New", "Nouveau"), ("Number", "Nombre"), ("Undo", "Annuler")],
)
def test_wagtails_own_words_keep_their_meaning(english, french):
    """The catalogue wins over Wagtail's, so a string of ours must not be one of its own."""
    with override("fr"):
        assert gettext(english) == french


PYTHON = re.compile(r'\b(?:_|gettext|gettext_lazy)\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')
TEMPLATE = re.compile(r"""{%\s*translate\s+(?:"([^"]*)"|'([^']*)')""")


def strings():
    """Yield what Python files and templates ask the catalogue for."""
    for file in source_files(".py"):
        for match in PYTHON.finditer(file.read_text(encoding="utf-8")):
            yield "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', match[1])).replace(r"\"", '"')
    for file in source_files(".html", ".txt"):
        for match in TEMPLATE.finditer(file.read_text(encoding="utf-8")):
            yield match[1] or match[2]


def test_every_string_of_the_code_is_in_the_catalogue():
    known = {entry.msgid for entry in polib.pofile(str(CATALOGUE))}
    asked = set(strings())
    assert len(asked) > 100
    assert asked - known == set()


BY_NAME = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}  # by Django


def test_every_template_is_used():
    text = "".join(
        file.read_text(encoding="utf-8") for file in source_files(".py", ".html", ".txt")
    )
    for file in source_files(".html", ".txt"):
        if "templates" not in file.parts:
            continue
        name = str(file).split("templates/")[-1]
        page = Path(name).stem.replace("_", "")
        by_model = f"class {page}".lower() in text.lower()
        by_wagtail = name.startswith("wagtail")
        if "/slots/" in name:
            name = Path(name).name  # named by `{% slot %}`, without who fills it
        assert name in BY_NAME or by_model or by_wagtail or f'"{name}"' in text, name
