"""No page gets an address at which something else answers: it would be published, unseen."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from tests import factories
from tests.steps.editing import draft, edit, form, said

pytestmark = pytest.mark.django_db


def add(client, parent, kind, values):
    address = reverse("wagtailadmin_pages:add", args=[*kind.split("."), parent.pk])
    return client.post(address, values)


def standing(slug):
    fields = {"title": "Page", "slug": slug, "body": rich_text("<p>Oui.</p>")}
    return nested_form_data(fields | {"comments": inline_formset([]), "seo_title": ""})


@pytest.mark.parametrize("slug", ["flux", "feed"])
def test_an_interview_cannot_stand_where_the_feed_is(cheffe, slug):
    answer = add(cheffe, factories.index(), "articles.interviewpage", form(slug=slug))
    assert "une autre adresse" in answer.content.decode()
    assert not Page.objects.filter(slug=slug).exists()


@pytest.mark.parametrize("slug", ["recherche", "en", "cms"])
def test_a_standing_page_cannot_stand_where_the_site_itself_answers(cheffe, site, slug):
    answer = add(cheffe, site, "home.standardpage", standing(slug))
    assert "une autre adresse" in answer.content.decode()
    assert not Page.objects.filter(slug=slug).exists()


def test_nor_can_a_page_that_is_there_move_to_such_an_address(cheffe):
    page = draft(owner=cheffe.user)
    answer = cheffe.post(edit(page), form(slug="flux"))
    assert "une autre adresse" in answer.content.decode()


@pytest.mark.parametrize("slug", ["sujet", "recherche", "media", "flux-2"])
def test_what_only_looks_like_one_is_free(cheffe, slug):
    answer = add(cheffe, factories.index(), "articles.interviewpage", form(slug=slug))
    assert answer.status_code == 302, said(answer)
    assert Page.objects.filter(slug=slug).exists()


def test_no_address_begins_with_what_the_editor_makes_of_a_quotation_mark(cheffe):
    answer = add(cheffe, factories.index(), "articles.interviewpage", form(slug="-un-fil-"))
    assert answer.status_code == 302, said(answer)
    assert Page.objects.filter(slug="un-fil").exists()
