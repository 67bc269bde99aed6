"""The suite guards the code base."""

import os
import runpy
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from cyberworkers.pages import own_page_types
from tests.code_base.test_structure import tracked

ROOT = Path(__file__).resolve().parents[2]


def python(*arguments, **environment):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


PRODUCTION = {
    "SECRET_KEY": "k9-Vq3_zR7wLx2-Tn8sJd5Hf1Yb6Mc4Pg0AeUi-OoQrXyZtBvNs",
    "SITE_URL": "https://magazine.example",
    "EMAIL_URL": "smtp+tls://user:secret@mail.example:587",
    "DATABASE_URL": "sqlite://:memory:",
}


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_the_deploy_check_is_clean_with_production_settings():
    done = python("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert done.returncode == 0, done.stderr


def test_the_deploy_check_fails_without_a_mail_server():
    done = python("manage.py", "check", "--deploy", **PRODUCTION | {"EMAIL_URL": "filemail:///tmp"})
    assert done.returncode == 1
    assert "home.E002" in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITE_URL", "magazine"),
        ("SITE_URL", "http://[x"),
        ("SITE_URL", "http://x:99999"),
        ("SITE_URL", "https://x?a=1"),
        ("ALLOWED_HOSTS", "https://magazine.example"),
        ("SECRET_KEY", " "),
        ("DEBUG", "maybe"),
        ("DATABASE_URL", "oracle://x"),
        ("DATABASE_URL", "postgres:"),
        ("DATABASE_URL", "postgres://user@host:5432/"),
        ("DATABASE_URL", "postgres://user@host:abc/name"),
        ("CACHE_URL", "nonsense"),
        ("CACHE_URL", "redis"),
        ("EMAIL_URL", "pigeon://x"),
        ("EMAIL_URL", "smtp://h:abc"),
        ("DEFAULT_FROM_EMAIL", "nobody"),
        ("MEDIA_STORAGE", "ftp://host/bucket"),
        ("MEDIA_STORAGE", "s3://host"),
        ("MEDIA_STORAGE", "s3://host:99999/bucket"),
        ("MEDIA_STORAGE", "s3://host/bucket?color=red"),
        ("MEDIA_STORAGE", "s3://host/bucket"),  # its package is not installed
        ("TRUSTED_PROXIES", "10.0.0.0/8, proxy.example"),
        ("TRUSTED_PROXIES", "10.0.0.1/8"),
        ("PEERTUBE_HOSTS", "https://video.example"),
        ("PEERTUBE_HOSTS", "*.example"),
        ("DAILYMOTION_PLAYER", "x/../y"),
        ("QUOTE_MIN_SECONDS", "three"),
        ("PAGE_CACHE", "on"),
        ("QUOTE_MAX_FILES", "-1"),
    ],
)
def test_nonsense_in_the_environment_is_refused_in_a_sentence_that_names_it(name, value):
    read_settings(PRODUCTION)
    with pytest.raises(ImproperlyConfigured, match=name):
        read_settings(PRODUCTION | {name: value})


def read_settings(environment):
    """Read the site's settings from nothing but ``environment``; the suite's stay as they are."""
    with mock.patch.dict(os.environ, environment, clear=True):
        runpy.run_path(str(ROOT / "site" / "cyberworkers" / "settings.py"))


@pytest.mark.parametrize(
    ("name", "value"),
    [("SITE_URL", "magazine"), ("DATABASE_URL", "postgres:"), ("QUOTE_MIN_SECONDS", "three")],
)
def test_that_sentence_is_all_that_a_start_says(name, value):
    done = python("manage.py", "check", **PRODUCTION | {name: value})
    assert done.returncode == 1
    assert done.stderr.startswith("Cyberworkers cannot start: ")
    assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_the_web_server_says_the_same_sentence():
    start = "import sys; sys.path.insert(0, 'site'); import cyberworkers.wsgi"
    done = python("-c", start, SECRET_KEY="")  # whatever a .env says
    assert done.stderr.splitlines() == [
        "Cyberworkers cannot start: SECRET_KEY is not set. See .env.example."
    ]


def test_nothing_strays_into_the_top_level():
    folders = {".ci", "articles", "audience", "contact", "deploy", "docs", "editing", "home"}
    files = {"CHANGELOG.md", "LICENSE", "Makefile", "README.md", "manage.py", "pyproject.toml"}
    files |= {".env.example", ".gitignore", "requirements.txt"}
    assert {name.split("/")[0] for name in tracked()} == folders | files | {
        "search",
        "site",
        "tests",
    }


def test_every_page_type_says_where_it_may_stand():
    assert [kind for kind in own_page_types() if not kind.parent_page_types] == []


def test_site_is_a_source_root_and_no_package():
    assert not (ROOT / "site" / "__init__.py").exists()
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert not {"site", "/site", "site/", "/site/"} & set(ignored)
