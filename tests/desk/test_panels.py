"""The home of the CMS lists nothing twice, and takes as many queries for two things as for many."""

from datetime import timedelta

import pytest
from wagtail.models import Comment, Page
from wagtail_localize.models import TranslationSource

from articles.models import AgreementLink
from tests.desk.panels import HOME, asked, scheduled, sent_back, submitted
from tests.steps.queries import queries

pytestmark = pytest.mark.django_db


def test_nothing_is_listed_twice(redactrice, cheffe):
    submitted(redactrice)
    for who in (redactrice, cheffe):
        html = who.get(HOME).content.decode()
        assert html.count("Mon brouillon") == 1


def fill(count, redactrice, relecteur):
    for number in range(count):
        page = submitted(redactrice, f"Relecture {number}")
        Comment.objects.create(page=page, user=relecteur.user, text="?", contentpath="title")
        AgreementLink.objects.make(page, 14, name="Hélène", created_by=redactrice.user)
        sent_back(redactrice, relecteur, f"Retour {number}")
        scheduled(redactrice, f"Demain {number}")
        scheduled(redactrice, f"Hier {number}", timedelta(days=-1))
        asked(f"Demande {number}")
    for source in TranslationSource.objects.all()[:count]:
        french = Page.objects.get(translation_key=source.object_id, locale=source.locale)
        french.specific.save_revision().publish()


@pytest.mark.parametrize("role", ["redactrice", "relecteur", "cheffe", "traductrice", "commercial"])
def test_the_home_takes_as_many_queries_with_two_things_as_with_many(role, request, site):
    who = request.getfixturevalue(role)
    redactrice, relecteur = map(request.getfixturevalue, ("redactrice", "relecteur"))
    fill(2, redactrice, relecteur)
    few = queries(who, HOME)
    fill(8, redactrice, relecteur)
    assert queries(who, HOME) == few
