"""What people do with the bin."""

from django.urls import reverse

from editing.models import BinnedPage
from home.models import StandardPage
from tests.steps import following

BIN = "/cms/bin/"


def delete(client, page, **data):
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), data)


def restore(client, binned):
    return following.post(client, reverse("bin_restore", args=[binned.pk]), {})


def binned(page):
    return BinnedPage.objects.get(page_id=page.pk)


def standard_page(parent, title, slug, **fields):
    page = StandardPage(title=title, slug=slug, body="<p>Du texte.</p>", **fields)
    return parent.add_child(instance=page)


def confirmation(client, page):
    return client.get(reverse("wagtailadmin_pages:delete", args=[page.pk])).content.decode()


def link_to(page):
    return f'<p>Voir <a linktype="page" id="{page.pk}">ceci</a>.</p>'
