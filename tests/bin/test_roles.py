"""Who finds a page in the bin, and may bring it back."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests import factories
from tests.steps.binning import BIN, binned, delete, restore

pytestmark = pytest.mark.django_db


def test_a_writer_finds_and_brings_back_her_own_draft_only(redactrice, cheffe):
    own = factories.interview("À moi", live=False, owner=redactrice.user)
    other = factories.interview("À d’autres", live=False)
    delete(redactrice, own)
    delete(cheffe, other)
    html = redactrice.get(BIN).content.decode()
    assert "<strong>À moi" in html
    assert "<strong>À d’autres" not in html
    restore(redactrice, binned(other))
    assert not Page.objects.filter(pk=other.pk).exists()
    restore(redactrice, binned(own))
    assert Page.objects.get(pk=own.pk).owner == redactrice.user


def test_who_may_not_touch_pages_sees_no_bin(commercial, cheffe):
    page = factories.interview()
    delete(cheffe, page)
    assert commercial.get(BIN).status_code == 302
    restore(commercial, binned(page))
    assert not Page.objects.filter(pk=page.pk).exists()
    assert BIN not in commercial.get("/cms/").content.decode()


def test_nobody_without_an_account_brings_a_page_back(visiteur, cheffe):
    page = factories.interview()
    delete(cheffe, page)
    assert "/cms/login/" in restore(visiteur, binned(page)).redirect_chain[0][0]
    assert not Page.objects.filter(pk=page.pk).exists()


def test_a_link_alone_brings_nothing_back(cheffe):
    page = factories.interview()
    delete(cheffe, page)
    assert cheffe.get(reverse("bin_restore", args=[binned(page).pk])).status_code == 405


def test_a_post_from_another_site_is_refused(cheffe):
    page = factories.interview()
    delete(cheffe, page)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cheffe.user)
    assert restore(strict, binned(page)).status_code == 403
    assert not Page.objects.filter(pk=page.pk).exists()
