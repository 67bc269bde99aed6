"""Which site answers, and where the pages of its languages begin."""

from wagtail.models import Site
from wagtail.models.sites import SiteRootPath

from cyberworkers.answering.asked import known
from cyberworkers.answering.readable import active_locale


def note_site(request):
    """Note on ``request`` what Wagtail looks for there; return the url_path of the front page in
    the active language.

    None unless one site answers all hosts. Wagtail itself keeps the beginnings of addresses for an
    hour, in a cache that knows of no change but those of which it gets a signal.
    """
    found = known(find_site)
    if found is None:
        return None
    front, fields, roots = found
    request._wagtail_site = Site(*fields)
    request._wagtail_cached_site_root_paths = list(roots)
    return front


def find_site():
    """Return the url_path of the front page, the fields of its site, and the SiteRootPaths."""
    sites = Site.objects.select_related("root_page")[:2]
    if len(sites) != 1 or not sites[0].is_default_site:
        return None
    (site,) = sites
    fields = tuple(getattr(site, field.attname) for field in Site._meta.concrete_fields)
    fronts = list(site.root_page.get_translations(inclusive=True).select_related("locale"))
    roots = [
        SiteRootPath(site.pk, front.url_path, site.root_url, front.locale.language_code)
        for front in fronts
    ]
    active = (front for front in fronts if front.live and front.locale_id == active_locale())
    return next(active, site.root_page).url_path, fields, tuple(roots)
