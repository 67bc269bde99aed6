"""Addresses that are no pages: health, robots."""

from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache


@never_cache
def live(request):
    """Answer as long as the process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def ready(request):
    """Answer 200 when the database answers, 503 otherwise."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception as error:
        return JsonResponse({"database": type(error).__name__}, status=503)
    return JsonResponse({"database": "ok"})


def robots(request):
    return render(request, "robots.txt", content_type="text/plain")
