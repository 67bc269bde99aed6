"""Addresses: what is the same in every language, then French without prefix, then /en/."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from articles.agreement.views import draft
from articles.calendar.feed import feed as calendar_feed
from cyberworkers import views
from cyberworkers.store.shared import shared
from editing import health
from editing.accounts.page_passwords import ask_password
from home.security import security
from search.suggestions.views import suggest
from search.views import search

DAY = 24 * 60 * 60  # seconds

handler404 = "cyberworkers.answering.missing.missing"
handler500 = "cyberworkers.outages.answers.broken"

urlpatterns = [
    path("cms/", include(admin_urls)),
    path("audience/", include("audience.urls")),
    path("documents/", include(document_urls)),
    path("healthz/live/", health.live),
    path("healthz/ready/", health.ready),
    path("healthz/well/", health.well),
    path("calendar/<str:token>.ics", calendar_feed, name="calendar_feed"),
    path("robots.txt", shared(views.robots)),
    path(".well-known/security.txt", shared(security)),
    path("sitemap.xml", shared(views.sitemap_index)),
    path("sitemap-<slug:name>.xml", shared(views.sitemap), name="sitemap"),
    # Renditions only: originals and documents are not for direct download. Kept for a day and no
    # longer, as a new image may get the name of one that was deleted.
    re_path(
        r"^media/(?P<path>images/[A-Za-z0-9_.-]{1,200})$",
        cache_control(public=True, max_age=DAY)(serve),
        {"document_root": settings.MEDIA_ROOT},
        name="media",
    ),
]

urlpatterns += i18n_patterns(
    path(_("search/"), search, name="search"),
    path(_("search/suggestions/"), suggest, name="suggestions"),
    path(_("review/<path:token>/"), draft, name="agreement"),
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        ask_password,
    ),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
