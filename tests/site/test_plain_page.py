"""A page that is of no type of the site, as Wagtail's welcome page, is asked nothing."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data

from editing.models import BinnedPage, ShareImage
from editing.share_image.studio import draw_wanted
from tests.steps.binning import confirmation, delete
from tests.steps.editing import NOTHING, edit
from tests.steps.sitemap import sitemap

pytestmark = pytest.mark.django_db


@pytest.fixture
def welcome(site):
    return site.add_child(instance=Page(title="Welcome", slug="welcome", locale=site.locale))


def test_it_is_published_without_a_checklist(cheffe, welcome):
    welcome.unpublish()
    values = {"title": "Welcome", "slug": "welcome", "comments": NOTHING, "action-publish": "1"}
    assert cheffe.post(edit(welcome), nested_form_data(values)).status_code == 302
    assert Page.objects.get(pk=welcome.pk).live
    answer = cheffe.get(reverse("editing_checklist", args=[welcome.pk]))
    assert answer.status_code == 200


def test_no_share_image_is_drawn_of_it(welcome):
    ShareImage.objects.all().delete()  # what set-up wants drawn
    welcome.save_revision().publish()
    draw_wanted()
    assert ShareImage.objects.get(page=welcome).file == ""


def test_it_is_deleted_without_a_place_in_the_bin(cheffe, welcome):
    assert "1 page en ligne disparaît" in confirmation(cheffe, welcome)
    assert delete(cheffe, welcome).status_code == 302
    assert not Page.objects.filter(pk=welcome.pk).exists()
    assert not BinnedPage.objects.exists()


def test_it_stands_in_the_sitemap(visiteur, welcome):
    assert "/welcome/" in sitemap(visiteur)
