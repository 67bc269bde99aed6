"""Where to report a fault of the site's security (RFC 9116)."""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from home.models import LegalIdentity

# From today on. The RFC wants less than a year (2.5.5); an answer may be kept for a while.
VALID = timedelta(days=300)


def security(request):
    """Answer security.txt; raises Http404 while nobody can be written to."""
    contact = settings.SECURITY_CONTACT or address_of_publisher()
    if not contact:
        raise Http404
    day = timezone.now().astimezone(UTC).date() + VALID
    context = {
        "contact": contact,
        "expires": datetime.combine(day, time(), UTC),
        "canonical": settings.SITE_URL + request.path,
    }
    return render(request, "security.txt", context, content_type="text/plain; charset=utf-8")


def address_of_publisher():
    identity = LegalIdentity.objects.first()
    return f"mailto:{identity.email}" if identity and identity.email else ""
