"""The place of transcripts in the CMS: addresses, and the two ways to begin an interview."""

from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from articles.index.page import ArticleIndexPage
from articles.transcript import upkeep  # noqa: F401 - lets the worker forget what nobody needs
from articles.transcript.cms import views
from articles.transcript.cms.panel import BeginPanel
from articles.transcript.models import Transcript

HERE = "articles/transcript/"


@hooks.register("register_admin_urls")
def transcript_addresses():
    return [
        path(HERE + "<int:index>/", views.PasteView.as_view(), name="transcript_paste"),
        path(HERE + "cuts/<int:pk>/", views.CutsView.as_view(), name="transcript_cuts"),
        path(HERE + "original/<int:pk>/", views.original, name="transcript_original"),
    ]


@hooks.register("construct_homepage_panels", order=200)
def begin_here(request, panels):
    panel = BeginPanel(request.user)
    if panel.indexes:
        panels.append(panel)


@hooks.register("register_page_header_buttons")
def buttons(page, user, view_name, next_url=None):
    """Offer to begin in the list of interviews; beside an interview, what it was made of."""
    if isinstance(page, ArticleIndexPage) and page.permissions_for_user(user).can_add_subpage():
        write = reverse("wagtailadmin_pages:add", args=["articles", "interviewpage", page.pk])
        yield Button(_("Write an interview"), write, icon_name="edit", priority=1)
        paste = reverse("transcript_paste", args=[page.pk])
        yield Button(_("Paste an interview"), paste, icon_name="paste", priority=2)
    elif page.permissions_for_user(user).can_edit():
        for made_of in Transcript.objects.filter(page=page.pk).only("pk")[:1]:
            cuts = reverse("transcript_cuts", args=[made_of.pk])
            yield Button(_("The pasted original"), cuts, icon_name="paste", priority=80)
