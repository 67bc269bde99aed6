"""Our sources and the packages', as the tests of this folder read them."""

import ast
import inspect
import re
from importlib import import_module
from pathlib import Path

from django.template.engine import Engine
from django.urls import URLPattern, get_resolver

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = [*sorted(file.parent for file in ROOT.glob("*/apps.py")), ROOT / "site"]
BLOCK = re.compile(r"{%-? *(block|endblock)(?: +(\w+))?")


def ours(*patterns):
    """Yield our files whose names match, without tests and migrations."""
    for folder in FOLDERS:
        for pattern in patterns:
            yield from (file for file in folder.rglob(pattern) if "migrations" not in file.parts)


def name_of(file):
    return str(file.relative_to(ROOT))


def is_ours(path):
    return any(path.is_relative_to(folder) for folder in FOLDERS)


def imports(*packages):
    """Return {"module.name": our file} of all that we import from ``packages``."""
    found = {}
    for file in ours("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in packages:
                found |= {f"{node.module}.{alias.name}": name_of(file) for alias in node.names}
    return found


def package_file(path):
    """Return the text of ``path``, which begins with the name of its package."""
    package, _, rest = path.partition("/")
    return (Path(import_module(package).__file__).parent / rest).read_text(encoding="utf-8")


def template_files(name):
    """Return the files of the template ``name``, in the order in which Django finds them."""
    loaders = Engine.get_default().template_loaders
    paths = [Path(one.name) for loader in loaders for one in loader.get_template_sources(name)]
    return [path for path in paths if path.exists()]


def our_templates():
    """Yield pairs of name and file."""
    for file in ours("*.html", "*.txt"):
        if "templates" in file.parts:
            at = len(file.parts) - file.parts[::-1].index("templates")
            yield "/".join(file.parts[at:]), file


def parent(name, file):
    """Return name and file of the template that ``file`` extends, or None."""
    found = re.search(r"{% extends [\"']([^\"']+)[\"']", file.read_text(encoding="utf-8"))
    if not found:
        return None
    files = template_files(found[1])
    above = files[files.index(file) + 1 :] if found[1] == name else files
    return (found[1], above[0] if above else None)


def blocks(file, depth=None):
    """Return the names of the blocks in ``file``; with ``depth``, only those that deep."""
    found, open_blocks = set(), 0
    for kind, name in BLOCK.findall(file.read_text(encoding="utf-8")):
        if kind == "block":
            if depth is None or open_blocks == depth:
                found.add(name)
            open_blocks += 1
        else:
            open_blocks -= 1
    return found


def routes(patterns=None, names=(), parameters=()):
    """Yield (name, names of the parameters, view) of every address of the site."""
    for one in patterns if patterns is not None else get_resolver().url_patterns:
        taken = {*parameters, *one.pattern.converters, *one.pattern.regex.groupindex}
        if isinstance(one, URLPattern):
            yield ":".join([*names, one.name or ""]), taken, one.callback
        else:
            inside = [*names, one.namespace] if one.namespace else names
            yield from routes(one.url_patterns, inside, taken)


def arguments(thing):
    """Return the names of the arguments of ``thing``, without defaults and annotations."""
    taken = inspect.signature(thing).parameters.values()
    names = [str(one.replace(annotation=one.empty, default=one.empty)) for one in taken]
    return ",".join(names)
