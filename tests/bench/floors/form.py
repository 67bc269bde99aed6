"""A plain Django form with as many fields as the quote form: CSRF, one insert, a redirect.

It works in a table of its own, on the kind of database that the site has: FORM_DATABASE_URL.
"""

import os

import environ
from django.conf import settings
from django.core.wsgi import get_wsgi_application

settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["*"],
    SECRET_KEY="for-this-bench-only",
    DATABASES={"default": environ.Env.db_url_config(os.environ["FORM_DATABASE_URL"])},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    # What a new project of Django has, without its accounts.
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
)
DATABASE = settings.DATABASES["default"]
if DATABASE["ENGINE"].endswith("postgresql"):  # as the site's settings have it
    DATABASE["CONN_MAX_AGE"] = 60
    DATABASE["CONN_HEALTH_CHECKS"] = True
else:
    DATABASE["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        "transaction_mode": "IMMEDIATE",
    }
application = get_wsgi_application()

from django import forms  # noqa: E402 - models and forms need Django set up
from django.db import connection, models  # noqa: E402
from django.http import HttpResponse, HttpResponseRedirect  # noqa: E402
from django.template import engines  # noqa: E402
from django.urls import path  # noqa: E402

NAMES = ("name", "company", "email", "telephone", "activity", "context", "how", "when")


class PlainRequest(models.Model):
    answers = models.JSONField()

    class Meta:
        app_label = "bench"

    def __str__(self):
        return str(self.pk)


class PlainForm(forms.Form):
    locals().update({name: forms.CharField(required=name != "telephone") for name in NAMES})


PAGE = engines["django"].from_string(
    '<form method="post">{% csrf_token %}{{ form.as_p }}<button>Send</button></form>'
)


def ask(request):
    form = PlainForm(request.POST or None)
    if form.is_valid():
        PlainRequest.objects.create(answers=form.cleaned_data)
        return HttpResponseRedirect("/")
    return HttpResponse(PAGE.render({"form": form}, request))


urlpatterns = [path("", ask)]

if PlainRequest._meta.db_table not in connection.introspection.table_names():
    with connection.schema_editor() as editor:
        editor.create_model(PlainRequest)
