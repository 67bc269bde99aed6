"""What a load balancer and monitoring ask: does the process answer, is all in order?"""

from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from cyberworkers.outages.checks import results
from editing.schedule.alarm import health


@never_cache
def live(request):
    """Answer as long as the process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def ready(request):
    """Answer 200 when the database answers, 503 otherwise.

    A silent worker (``worker``), a late publication (``late``) or what a check finds (each by its
    name) makes the ``status`` “degraded” but still 200: a load balancer that took the web servers
    out of service for it would turn a late page into a site that is down.
    """
    said = state()
    return JsonResponse(said, status=503 if said["status"] == "down" else 200)


@never_cache
def well(request):
    """Answer the same, and 503 also when degraded: for a monitor that reads nothing but the status,
    and wakes somebody up. No load balancer should ask here.
    """
    said = state()
    return JsonResponse(said, status=200 if said["status"] == "ok" else 503)


def state():
    """Return the fields of the answer; ``status`` is “ok”, “degraded” or “down”."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        worker = health()
        checks = {name: "failing" if why else "ok" for name, why in results().items()}
    except Exception as error:
        return {"status": "down", "database": type(error).__name__}
    degraded = worker["worker"] != "ok" or worker["late"] or "failing" in checks.values()
    return {
        "status": "degraded" if degraded else "ok",
        "database": "ok",
        **worker,
        **checks,
    }
