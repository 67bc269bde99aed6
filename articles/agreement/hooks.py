"""What the agreement adds to the CMS: its addresses and its lines in the history."""

from django.urls import path
from wagtail import hooks

from articles.agreement import cms, desk, history  # noqa: F401 - register hooks

HERE = "articles/agreement/<int:page_id>/"


@hooks.register("register_admin_urls")
def agreement_addresses():
    return [
        path(HERE, cms.LinksView.as_view(), name="agreement_links"),
        path(HERE + "<int:pk>/send/", cms.send, name="agreement_send"),
        path(HERE + "<int:pk>/withdraw/", cms.withdraw, name="agreement_withdraw"),
    ]
