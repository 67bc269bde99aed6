"""How often a password may be guessed: what django-axes asks us (its settings ``AXES_…``).

It counts in the database, at log-ins only. An account is locked for a while after several wrong
passwords, whoever sends them, and an address likewise, whichever accounts it tries. From an address
where its owner has signed in of late, an account is locked only by what comes from there: nobody
can keep its owner out by guessing.
"""

from datetime import timedelta

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.conf import settings
from django.dispatch import receiver
from django.shortcuts import render
from django.utils import timezone

from cyberworkers.client_address import client_address
from editing.worker.jobs import daily

KEPT = timedelta(days=30)
PAGES = "page "  # begins the name under which wrong passwords of a protected page are counted


def address(request):
    """Return the visitor's address as text, or None."""
    found = client_address(request)
    return found and str(found)


def counted_by(request, credentials):
    """Return by what wrong passwords are counted: for a log-in, looked up once for each request."""
    username = (credentials or {}).get("username") or ""
    if username.startswith(PAGES):
        return ["ip_address"]
    if not hasattr(request, "counted_by"):
        signed_in_here = AccessLog.objects.filter(
            username=username,
            ip_address=request.axes_ip_address,
            attempt_time__gt=timezone.now() - KEPT,
        )
        known = request.axes_ip_address and signed_in_here.exists()
        request.counted_by = [["username", "ip_address"]] if known else ["username", "ip_address"]
    return request.counted_by


def in_log(username, ip_address, user_agent, path_info, request):
    """Return how a line of the log names who tried."""
    return f"{username!r} from {ip_address}"


def locked(request, response, credentials):
    """Return the answer to who is locked out."""
    seconds = int(settings.AXES_COOLOFF_TIME.total_seconds())
    context = {"minutes": seconds // 60}
    answer = render(request, "editing/accounts/locked.html", context, status=429)
    answer["Retry-After"] = str(seconds)
    answer["Cache-Control"] = "no-store"
    return answer


@receiver(daily)
def forget(**kwargs):
    """Forget addresses and names after a month."""
    for model in (AccessAttempt, AccessFailureLog, AccessLog):
        model.objects.filter(attempt_time__lt=timezone.now() - KEPT).delete()
