"""The house stays in order: small files, rooms that are not too full, arrows that point one way."""

import ast
import re
import subprocess
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).resolve().parents[2]
GROUND, BASE = "cyberworkers", "editing"
APPS = ("home", "search", "articles", "contact", "audience")
LAYERS = (GROUND, BASE, *APPS)
LONGEST, FULLEST = 250, 15
# One flat file by decision: docs/decisions/2026-11-foundations.md.
LONG_BY_DECISION = {"site/cyberworkers/settings.py"}
# Where the apps come together, and what fills every one of them.
KNOW_ALL = (
    "site/cyberworkers/settings.py",
    "site/cyberworkers/urls.py",
    "home/setup/",
    "home/demo/",
    "home/management/",
)


def tracked(*patterns):
    files = subprocess.run(  # noqa: S603
        ["git", "ls-files", *patterns],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    return [file for file in files if "/migrations/" not in file and (ROOT / file).exists()]


def read(file):
    return (ROOT / file).read_text(encoding="utf-8")


CODE = [file for file in tracked("*.py") if not file.startswith(("tests/", "deploy/", "manage"))]
TEMPLATES = [file for file in tracked("*.html", "*.txt") if "/templates/" in file]
SHOWN = tracked("*.py", "*.html", "*.css", "*.js")
LENGTHS = {file: len(read(file).splitlines()) for file in SHOWN}
# “articles.Person”, “contact/mail/new_request.txt”.
NAME = re.compile(r"(\w+)(\.[A-Za-z]\w*|(/\w+)+\.(html|txt|css|js))")


def test_no_file_is_long():
    long = {file for file, lines in LENGTHS.items() if lines > LONGEST}
    assert long == LONG_BY_DECISION


def test_most_files_are_small():
    lengths = [lines for file in CODE if (lines := LENGTHS[file])]
    assert 40 <= median(lengths) <= 60
    assert quantiles(lengths, n=10)[-1] < 130


def test_no_folder_is_crowded():
    full = Counter(str(Path(file).parent) for file in CODE if not file.endswith("__init__.py"))
    assert {folder: count for folder, count in full.items() if count > FULLEST} == {}


def module_of(file):
    name = file.removeprefix("site/").removesuffix(".py").replace("/", ".")
    return name.removesuffix(".__init__")


MODULES = {module_of(file): file for file in CODE}


@cache
def imports():
    """Return pairs of modules, the first of which imports the second, wherever it does so."""
    return {
        (module, name)
        for module, file in MODULES.items()
        for node in ast.walk(ast.parse(read(file)))
        for name in imported(node)
        if name in MODULES and name != module
    }


def imported(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        whole = [f"{node.module}.{alias.name}" for alias in node.names]
        return [name if name in MODULES else node.module for name in whole]
    return []


def circles(arrows):
    """Return the members of ``arrows``' circles: those from which one comes back to them."""
    following = defaultdict(set)
    for start, end in arrows:
        following[start].add(end)
    return {one for one in set(following) if one in reachable(one, following)}


def reachable(start, following):
    seen, todo = set(), [start]
    while todo:
        new = following[todo.pop()] - seen
        seen |= new
        todo += new
    return seen


def test_no_files_import_each_other_in_a_circle():
    assert circles(imports()) == set()


@pytest.mark.parametrize("folder", sorted({"", *(m.rpartition(".")[0] for m in MODULES)}))
def test_no_rooms_of_a_folder_import_each_other_in_a_circle(folder):
    """A room is a folder or a file; `urls` knows the apps, which the ground does not."""
    depth = folder.count(".") + 1 if folder else 0
    within = f"{folder}." if folder else ""
    arrows = {
        (start.split(".")[depth], end.split(".")[depth])
        for start, end in imports()
        if start.startswith(within) and end.startswith(within) and start != f"{GROUND}.urls"
    }
    assert circles({(start, end) for start, end in arrows if start != end}) == set()


def owner(file):
    return GROUND if file.startswith("site/") else file.split("/")[0]


def foreign(app):
    """Return what ``app`` may not know: the ground and the base know no app, an app no other."""
    return set(APPS if app == BASE else LAYERS) - {app} - ({BASE, GROUND} if app in APPS else set())


def libraries():
    """Return whose each template tag library is."""
    return {Path(file).stem: owner(file) for file in CODE if "/templatetags/" in file}


def python_ties(file):
    """Yield what a module names before the first dot or slash, in imports and in texts."""
    for node in ast.walk(ast.parse(read(file))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from (name.split(".")[0] for name in imported(node))
        elif isinstance(node, ast.Constant) and (found := NAME.fullmatch(str(node.value))):
            yield found[1]


def template_ties(file):
    text = read(file)
    for names in re.findall(r"{% *load +([^%]+?) *%}", text):
        yield from (libraries().get(name, "") for name in names.split())
    for name in re.findall(r"{% *(?:include|extends|static) +[\"']([^\"']+)", text):
        yield name.split("/")[0]


@pytest.mark.parametrize("app", LAYERS)
def test_an_app_knows_no_other_app(app):
    known = {
        (file, tie)
        for file in CODE + TEMPLATES
        if owner(file) == app and not file.startswith(KNOW_ALL)
        for tie in (python_ties(file) if file.endswith(".py") else template_ties(file))
        if tie in foreign(app)
    }
    assert known == set()
