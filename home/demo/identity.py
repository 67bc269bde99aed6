"""An invented publisher, so that the demo's legal pages can be read as they will be."""

import tomllib
from datetime import date
from pathlib import Path

from home.models import LegalIdentity

FILE = Path(__file__).parent / "identity.toml"


def fill_identity():
    """Fill in what is still empty; what somebody wrote stays."""
    identity = LegalIdentity.load()
    values = tomllib.loads(FILE.read_text(encoding="utf-8"))
    for name, value in (values | {"accessibility_date": date.today()}).items():
        if not identity.shown(name):
            setattr(identity, name, value)
    identity.full_clean()
    identity.save()
