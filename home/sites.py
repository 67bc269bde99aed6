"""Wagtail's list of sites, with names of its columns in the language of the editor."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.sites.views import IndexView, SiteViewSet


class Sites(IndexView):
    columns = [
        *IndexView.columns[:2],
        Column("site_name", label=_("Name of the site")),
        Column("root_page", label=_("Front page")),
        *IndexView.columns[4:],
    ]


class LabelledSites(SiteViewSet):
    index_view_class = Sites


@hooks.register("register_admin_urls", order=-10)  # before Wagtail's, at the same addresses
def lists_of_sites():
    sites = LabelledSites("wagtailsites", url_prefix="sites")
    return [
        path("sites/", sites.index_view, name="sites"),
        path("sites/results/", sites.index_results_view, name="sites_results"),
    ]
