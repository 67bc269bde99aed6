"""A start collects static files where something has changed, and is done with it otherwise."""

import os
from unittest.mock import Mock

import pytest
from django.test import override_settings

from cyberworkers import static_files


@pytest.fixture
def file(tmp_path):
    """A static file of the site, and what it is collected into."""
    source, collected = tmp_path / "sources" / "one.txt", tmp_path / "collected" / "one.txt"
    source.parent.mkdir()
    source.write_text("eins")
    with override_settings(STATICFILES_DIRS=[source.parent], STATIC_ROOT=collected.parent):
        yield source, collected


def test_files_are_collected_again_when_one_has_changed_and_only_then(file):
    source, collected = file
    static_files.collect()
    assert collected.read_text() == "eins"
    collected.write_text("as it was")
    os.utime(collected, (0, 0))  # Django copies nothing that is no second newer
    static_files.collect()
    assert collected.read_text() == "as it was"
    source.write_text("zwei, drei")
    static_files.collect()
    assert collected.read_text() == "zwei, drei"


def test_files_are_collected_again_after_it_broke_off_in_another_version(file, monkeypatch):
    source, collected = file
    static_files.collect()
    before = source.stat()
    source.write_text("zwei, drei")
    with monkeypatch.context() as patch, pytest.raises(OSError):
        patch.setattr(static_files, "call_command", Mock(side_effect=OSError))
        static_files.collect()
    source.write_text("eins")
    os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns))
    collected.unlink()
    static_files.collect()
    assert collected.read_text() == "eins"
