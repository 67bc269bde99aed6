"""The page that asks whether to delete says what is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from home.models import StandardPage
from tests import factories
from tests.steps.binning import BIN, confirmation, link_to, standard_page

pytestmark = pytest.mark.django_db


def test_the_confirmation_says_what_is_lost(cheffe, site):
    page = standard_page(site, "Dossier", "dossier")
    standard_page(page, "Chapitre", "chapitre")
    factories.interview(body=[{"type": "paragraph", "value": {"text": link_to(page)}}])
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() + timedelta(days=1))
    html = confirmation(cheffe, page)
    assert "1 page placée au-dessous est supprimée aussi." in html
    assert "2 pages en ligne disparaissent pour les lecteurs." in html
    assert "1 date programmée est perdue." in html
    assert "1 autre page ou texte y renvoie" in html
    assert BIN in html


def test_the_confirmation_names_the_translation_that_stays(cheffe, site):
    html = confirmation(cheffe, StandardPage.objects.filter(locale=site.locale).first())
    assert "La page dans l’autre langue reste" in html


def test_the_confirmation_says_so_when_nothing_depends_on_the_page(cheffe, site):
    assert "Rien d’autre ne dépend de cette page." in confirmation(
        cheffe, factories.interview(live=False)
    )


def test_the_confirmation_of_several_pages_says_it_for_each(cheffe, site):
    pages = [factories.interview(f"Entretien {number}") for number in range(2)]
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    html = cheffe.get(address, {"id": [page.pk for page in pages]}).content.decode()
    assert html.count("1 page en ligne disparaît pour les lecteurs.") == 2
    assert BIN in html
