"""A storage whose folder is a file: nothing can be read or written there, whoever one is."""

import shutil
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def taking_nothing(storage):
    folder = Path(storage.location)
    aside = folder.with_name(f"{folder.name}-aside")
    folder.mkdir(parents=True, exist_ok=True)
    folder.rename(aside)
    folder.touch()
    try:
        yield
    finally:
        folder.unlink()
        shutil.move(aside, folder)
