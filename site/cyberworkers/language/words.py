"""What is known of the words of a language: `fr.toml`, `en.toml`. See these for what they hold."""

import tomllib
from functools import cache
from pathlib import Path

from cyberworkers.language.folding import fold

HERE = Path(__file__).parent


@cache
def known(language):
    file = HERE / f"{language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


@cache
def stop_words(language):
    """Return the folded words that say nothing of what a text is about."""
    return frozenset(fold(word) for word in known(language).get("stop", "").split())


@cache
def irregular(language):
    """Return {folded form: the form whose stem it has}."""
    table = known(language).get("irregular", {})
    return {fold(form): fold(whole) for whole, forms in table.items() for form in forms.split()}
