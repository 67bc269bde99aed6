"""A constant Django view of 25 KB without middleware."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

BODY = b"<p>" + b"Vingt-cinq kilooctets de page. " * 800 + b"</p>"


def view(request):
    return HttpResponse(BODY)


urlpatterns = [path("", view)]

settings.configure(
    ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], MIDDLEWARE=[], SECRET_KEY="for-this-bench-only"
)
application = get_wsgi_application()
