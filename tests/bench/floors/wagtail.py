"""A bare Wagtail site: what `wagtail start` makes, with a front page of about 25 KB, on SQLite."""

from pathlib import Path

from tests.bench.gauges.processes import bare_environment, python

NAME = "bare"
SETTINGS = """from .base import *

DEBUG = False
SECRET_KEY = "for-this-bench-only"
ALLOWED_HOSTS = ["*"]
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
"""
FILLER = "<p>Un paragraphe d'une page sans rien, longue comme un entretien de ce site.</p>\n"
PAGE = f"""{{% extends "base.html" %}}
{{% block content %}}<h1>{{{{ page.title }}}}</h1>
{FILLER * 310}{{% endblock content %}}
"""


def make(folder):
    """Make the project in ``folder``; return (its folder, the environment of its processes)."""
    project = Path(folder, "bare_wagtail")
    project.mkdir()
    environment = bare_environment(DJANGO_SETTINGS_MODULE=f"{NAME}.settings.bench")
    start = "from wagtail.bin.wagtail import main; main()"
    python("-c", start, "start", NAME, str(project), cwd=folder, environment=environment)
    (project / NAME / "settings" / "bench.py").write_text(SETTINGS, encoding="utf-8")
    front = project / "home" / "templates" / "home" / "home_page.html"
    front.write_text(PAGE, encoding="utf-8")
    python("manage.py", "migrate", "-v0", cwd=project, environment=environment)
    return project, environment
