"""What a load balancer and monitoring ask: does the process answer, is all in order?"""

from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from editing.schedule.alarm import health


@never_cache
def live(request):
    """Answer as long as the process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def ready(request):
    """Answer 200 when the database answers, 503 otherwise.

    A silent worker (``worker``) or a late publication (``late``) makes the ``status``
    “degraded” but still 200: a load balancer that took the web servers out of service for it
    would turn a late page into a site that is down. Monitoring reads the fields.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        worker = health()
    except Exception as error:
        return JsonResponse({"status": "down", "database": type(error).__name__}, status=503)
    degraded = worker["worker"] != "ok" or worker["late"]
    return JsonResponse({"status": "degraded" if degraded else "ok", "database": "ok", **worker})
