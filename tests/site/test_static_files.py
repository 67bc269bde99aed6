"""Production delivers one minified style sheet, made from the layered sources."""

import re

import pytest
from django.conf import settings
from django.core.management import call_command
from django.templatetags.static import static
from django.test import override_settings

SOURCES = settings.SITE_DIR / "static" / "css"


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """Return the folder to which `collectstatic` collected as in production."""
    folder = tmp_path_factory.mktemp("collected")
    storages = settings.STORAGES | {
        "staticfiles": {"BACKEND": "cyberworkers.static_files.BundledStaticFiles"}
    }
    with override_settings(STORAGES=storages, STATIC_ROOT=folder):
        call_command("collectstatic", verbosity=0, interactive=False)
        yield folder, static("css/site.css")


def delivered(collected):
    folder, address = collected
    return folder / address.removeprefix(settings.STATIC_URL)


def test_the_sheet_imports_nothing_and_holds_every_source(collected):
    css = delivered(collected).read_text()
    assert "@import" not in css
    for source in SOURCES.rglob("*.css"):
        for name in re.findall(r"^\s*\.([a-z-]+(?:__[a-z]+)?)\b", source.read_text(), re.MULTILINE):
            if source.name not in ("agreement.css", "site.css"):
                assert f".{name}" in css, (source.name, name)


def test_the_sheet_is_minified_hashed_and_compressed(collected):
    file = delivered(collected)
    assert re.fullmatch(r"site\.[0-9a-f]{12}\.css", file.name)
    assert "\n\n" not in file.read_text()
    assert file.with_suffix(".css.gz").exists()


def test_fonts_named_in_the_sheet_are_there_under_their_hashed_names(collected):
    file = delivered(collected)
    fonts = re.findall(r"url\(\"?([^)\"]+woff2)", file.read_text())
    assert len(set(fonts)) == 9
    assert all((file.parent / font).resolve().exists() for font in fonts)


def test_what_is_newer_than_the_oldest_browsers_is_rewritten(collected):
    css = delivered(collected).read_text()
    assert "light-dark(" not in css
    assert not re.search(r"[{;]&", css)


def test_the_pages_for_an_outage_lie_beside_them_with_the_collected_sheet(collected):
    folder, sheet = collected
    for language in ("fr", "en"):
        html = (folder / "errors" / f"not-taken.{language}.html").read_text()
        assert f'<html lang="{language}"' in html
        assert f'href="{sheet}"' in html
