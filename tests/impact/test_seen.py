"""Before a thing changes or goes, the CMS names what is online with it."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import ReferenceIndex

from home.navigation.models import Navigation
from tests import factories
from tests.steps.queries import queries

pytestmark = pytest.mark.django_db

ALIKE = [
    ("wagtailimages:edit", "wagtailimages:delete", factories.image),
    ("wagtaildocs:edit", "wagtaildocs:delete", factories.document),
    (
        "wagtailsnippets_articles_person:edit",
        "wagtailsnippets_articles_person:delete",
        factories.person,
    ),
    (
        "wagtailsnippets_articles_topic:edit",
        "wagtailsnippets_articles_topic:delete",
        factories.topic,
    ),
]


def text(client, name, thing):
    html = client.get(reverse(name, args=[thing.pk])).content.decode()
    return " ".join(html.replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize(("edit", "delete", "make"), ALIKE)
def test_what_nobody_sees_is_said_to_be_so(cheffe, edit, delete, make):
    thing = make()
    for name in (edit, delete):
        assert "Aucune page en ligne n’est concernée." in text(cheffe, name, thing)


def test_the_pages_that_are_online_with_an_image_are_named_and_drafts_are_not(cheffe):
    image = factories.image()
    live = factories.interview("La fibre au col", hero_image=image)
    factories.interview("Le brouillon", hero_image=image, live=False)
    for name in ("wagtailimages:edit", "wagtailimages:delete"):
        html = text(cheffe, name, image)
        assert "Visible par les lecteurs sur 1 page en ligne :" in html
        assert f'href="/cms/pages/{live.pk}/edit/">La fibre au col</a>' in html
        assert "Le brouillon" not in html
    assert "y paraît aussitôt" in text(cheffe, "wagtailimages:edit", image)
    assert "Une suppression s’y voit aussitôt." in text(cheffe, "wagtailimages:delete", image)


def test_a_portrait_is_seen_with_the_interviews_of_its_person(cheffe):
    page = factories.interview("La fibre au col")
    person = page.interviewees[0]
    person.portrait = factories.image()
    person.save()
    html = text(cheffe, "wagtailimages:edit", person.portrait)
    assert "1 page en ligne" in html and "La fibre au col" in html


def test_a_person_and_a_topic_name_their_interviews(cheffe):
    page = factories.interview("La fibre au col")
    for kind, thing in (("person", page.interviewees[0]), ("topic", page.topics[0])):
        for doing in ("edit", "delete"):
            html = text(cheffe, f"wagtailsnippets_articles_{kind}:{doing}", thing)
            assert "sur 1 page en ligne" in html and "La fibre au col" in html


def test_five_are_named_and_the_others_counted_in_as_many_queries(cheffe):
    image = factories.image()
    factories.interview("Un", hero_image=image)
    address = reverse("wagtailimages:edit", args=[image.pk])
    queries(cheffe, address)
    few = queries(cheffe, address)
    for number in range(7):
        factories.interview(f"Deux {number}", hero_image=image)
    assert queries(cheffe, address) == few
    html = text(cheffe, "wagtailimages:edit", image)
    assert "sur 8 pages en ligne" in html and "et 3 autres" in html


def test_a_title_is_escaped(cheffe):
    image = factories.image()
    factories.interview("<script>alert(1)</script>", hero_image=image)
    assert "<script>alert(1)" not in text(cheffe, "wagtailimages:edit", image)


def test_a_page_in_the_menu_is_said_to_be_there_before_it_is_deleted(cheffe, site):
    page = site.get_children().live().first()
    menu = Navigation.load()
    menu.menu_fr = [("link", {"page": page, "label": ""})]
    menu.save()
    said = "Elle figure dans les réglages (menu et pied de page) : son lien disparaît avec elle."
    assert said in text(cheffe, "wagtailadmin_pages:delete", page)


def test_so_is_one_that_was_there_before_menus_were_followed(cheffe, site):
    page = site.get_children().live().first()
    menu = Navigation.load()
    menu.menu_fr = [("link", {"page": page, "label": ""})]
    menu.save()
    ReferenceIndex.objects.all().delete()
    call_command("setup_site", verbosity=0)
    assert "Elle figure dans les réglages" in text(cheffe, "wagtailadmin_pages:delete", page)
