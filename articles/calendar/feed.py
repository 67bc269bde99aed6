"""The calendar for other programmes: a secret link for each person, and what it answers."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.users.models import UserProfile

from articles.calendar import ical
from articles.calendar.entries import Entries
from articles.calendar.models import CalendarFeed, new_token
from articles.calendar.rights import may_look
from articles.calendar.states import State
from cyberworkers.typography import typeset

PAST, FUTURE = timedelta(days=92), timedelta(days=366)
SHOWN = (State.PUBLISHED, State.SCHEDULED, State.REVIEW)


def address(feed):
    return settings.WAGTAILADMIN_BASE_URL + reverse("calendar_feed", args=[feed.token])


@require_safe
@never_cache
def feed(request, token):
    """Answer the calendar of the link's owner; 404 when there is no such link any more."""
    found = CalendarFeed.objects.select_related("user").filter(token=token).first()
    if found is None or not may_look(found.user):
        raise Http404
    profile = UserProfile.get_for_user(found.user)
    with translation.override(profile.get_preferred_language()):
        content = ical.document(calendar(found.user))
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="cyberworkers.ics"'
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


def calendar(user):
    now = timezone.now()
    entries = Entries(user).between(now - PAST, now + FUTURE)
    properties = [
        ("VERSION", "2.0"),
        ("PRODID", "-//Cyberworkers//Editorial calendar//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("X-WR-CALNAME", ical.text(_("Cyberworkers: publications"))),
        ("REFRESH-INTERVAL;VALUE=DURATION", "PT1H"),
        ("X-PUBLISHED-TTL", "PT1H"),
    ]
    return ical.component(
        "VCALENDAR", properties, *(event(entry) for entry in entries if entry.state in SHOWN)
    )


def event(entry):
    link = settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_pages:edit", args=[entry.page.pk])
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname
    state = entry.task.name if entry.task else entry.state.label
    title = f"{state} – {typeset(entry.title, entry.language)} ({entry.language})"
    if entry.late:
        title = f"{_('Late')} – {title}"
    properties = [
        ("UID", f"{entry.key}@{host}"),
        ("DTSTAMP", ical.moment(entry.page.latest_revision_created_at or entry.when)),
        ("DTSTART", ical.moment(entry.when)),
        ("DURATION", "PT30M"),
        ("SUMMARY", ical.text(title)),
        ("DESCRIPTION", ical.text(link)),
        ("URL", link),
        ("STATUS", "TENTATIVE" if entry.state == State.REVIEW else "CONFIRMED"),
        ("TRANSP", "TRANSPARENT"),
    ]
    return ical.component("VEVENT", properties)


@require_POST
def change(request):
    """Make, renew or revoke the link of the person who asks."""
    if not may_look(request.user):
        raise PermissionDenied
    if "revoke" in request.POST:
        CalendarFeed.objects.filter(user=request.user).delete()
        messages.success(request, _("The link was revoked: it shows nothing any more."))
    else:
        CalendarFeed.objects.update_or_create(user=request.user, defaults={"token": new_token()})
        messages.success(request, _("Your new link is ready. An earlier one no longer works."))
    return redirect(reverse("calendar:index") + "#calendar-feed")
