"""A deleted page can be brought back, as a draft, where it was."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import StringTranslation, Translation

from articles.models import ArticleIndexPage, InterviewPage
from editing.models import BinnedPage
from home.models import StandardPage
from tests import factories
from tests.steps.binning import BIN, binned, delete, link_to, restore, standard_page

pytestmark = pytest.mark.django_db


def test_a_deleted_page_comes_back_as_a_draft_with_its_last_text_image_and_number(cheffe):
    page = factories.interview("Le village", hero_image=factories.image())
    page.title = "Le village et la fibre"
    page.save_revision(user=cheffe.user)
    delete(cheffe, page)
    assert not Page.objects.filter(pk=page.pk).exists()
    response = restore(cheffe, binned(page))
    back = InterviewPage.objects.get(pk=page.pk)
    assert not back.live
    assert back.has_unpublished_changes
    latest = back.get_latest_revision_as_object()
    assert latest.title == back.draft_title == "Le village et la fibre"
    assert latest.hero_image == page.hero_image
    assert latest.body.get_prep_value() == page.body.get_prep_value()
    assert [link.person.name for link in back.interviewee_links.all()] == ["Hélène Marchetti"]
    assert back.topic_links.count() == 1
    assert back.url_path == page.url_path
    assert back.get_parent().pk == factories.index().pk
    assert "Le village et la fibre" in response.content.decode()
    assert not BinnedPage.objects.exists()


def test_both_the_published_text_and_the_draft_are_in_its_history(cheffe):
    page = factories.interview("Publié")
    page.title = "Brouillon"
    page.save_revision(user=cheffe.user)
    delete(cheffe, page)
    restore(cheffe, binned(page))
    back = Page.objects.get(pk=page.pk)
    titles = [revision.content["title"] for revision in back.revisions.order_by("pk")]
    assert titles == ["Publié", "Brouillon"]
    html = cheffe.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "Rétablie depuis la corbeille" in html


def test_a_restored_page_can_be_edited_and_published(cheffe):
    page = factories.interview()
    delete(cheffe, page)
    restore(cheffe, binned(page))
    back = InterviewPage.objects.get(pk=page.pk)
    assert cheffe.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    back.latest_revision.publish()
    assert Client().get(page.url).status_code == 200


def test_a_link_to_a_restored_page_works_again(cheffe, visiteur):
    page = factories.interview("But", slug="but")
    source = factories.interview(body=[{"type": "paragraph", "value": {"text": link_to(page)}}])
    delete(cheffe, page)
    restore(cheffe, binned(page))
    Page.objects.get(pk=page.pk).latest_revision.publish()
    assert 'href="/entretiens/but/"' in visiteur.get(source.url).content.decode()


def test_a_subtree_is_one_line_of_the_bin_and_comes_back_whole(cheffe, site):
    top = standard_page(site, "Dossier", "dossier")
    below = standard_page(top, "Chapitre", "chapitre")
    lowest = standard_page(below, "Note", "note")
    delete(cheffe, top)
    assert BinnedPage.objects.count() == 3
    html = cheffe.get(BIN).content.decode()
    assert html.count("<strong>") == 1
    assert "et 2 pages au-dessous" in html
    restore(cheffe, binned(top))
    assert Page.objects.get(pk=lowest.pk).get_parent().pk == below.pk
    assert Page.objects.get(pk=below.pk).get_parent().pk == top.pk
    assert not BinnedPage.objects.exists()
    assert not Page.find_problems()[0]


def test_a_page_deleted_before_its_parent_does_not_come_back_with_it(cheffe, site):
    top = standard_page(site, "Dossier", "dossier")
    below = standard_page(top, "Chapitre", "chapitre")
    delete(cheffe, below)
    delete(cheffe, Page.objects.get(pk=top.pk))
    restore(cheffe, binned(top))
    assert not Page.objects.filter(pk=below.pk).exists()
    assert binned(below)


def test_a_page_whose_parent_is_gone_comes_back_under_the_nearest_page_that_stands(cheffe, site):
    top = standard_page(site, "Dossier", "dossier")
    below = standard_page(top, "Chapitre", "chapitre")
    delete(cheffe, below)
    delete(cheffe, Page.objects.get(pk=top.pk))
    html = restore(cheffe, binned(below)).content.decode()
    assert Page.objects.get(pk=below.pk).get_parent().pk == site.pk
    assert "La page sous laquelle elle se trouvait" in html


def test_a_page_whose_address_is_taken_comes_back_with_another(cheffe):
    page = factories.interview(slug="fibre")
    delete(cheffe, page)
    factories.interview(slug="fibre")
    html = restore(cheffe, binned(page)).content.decode()
    back = Page.objects.get(pk=page.pk)
    assert back.slug == "fibre-2"
    assert back.latest_revision.content["slug"] == "fibre-2"
    assert "fibre-2" in html


def test_a_page_comes_back_without_a_person_who_was_deleted_meanwhile(cheffe):
    page = factories.interview()
    delete(cheffe, page)
    factories.person().delete()
    restore(cheffe, binned(page))
    back = InterviewPage.objects.get(pk=page.pk)
    assert not back.interviewee_links.exists()
    assert cheffe.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_a_private_page_comes_back_private(cheffe):
    page = factories.interview()
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")
    delete(cheffe, page)
    restore(cheffe, binned(page))
    assert PageViewRestriction.objects.get(page=page.pk).password == "x"


def test_a_second_index_is_not_brought_back_beside_a_new_one(cheffe, site):
    old = factories.index()
    delete(cheffe, old)
    site.refresh_from_db()
    new = ArticleIndexPage(title="Entretiens", slug="nouveau", locale=site.locale)
    site.add_child(instance=new)
    html = restore(cheffe, binned(old)).content.decode()
    assert "Une autre page a pris sa place" in html
    assert binned(old)


def test_a_deletion_that_fails_leaves_nothing_in_the_bin(cheffe, site, monkeypatch):
    page = factories.interview()
    monkeypatch.setattr("editing.bin.deletion.versions", lambda page: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        delete(cheffe, page)
    assert Page.objects.filter(pk=page.pk).exists()
    assert not BinnedPage.objects.exists()


def test_pages_deleted_together_are_each_in_the_bin(cheffe, site):
    pages = [factories.interview(f"Entretien {number}") for number in range(3)]
    numbers = "&".join(f"id={page.pk}" for page in pages)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    cheffe.post(f"{address}?{numbers}")
    assert not Page.objects.filter(pk__in=[page.pk for page in pages]).exists()
    assert cheffe.get(BIN).content.decode().count("<strong>Entretien") == 3
    assert {one.deleted_by for one in BinnedPage.objects.all()} == {cheffe.user}


def test_a_translated_page_comes_back_with_what_was_translated(cheffe, site):
    english = StandardPage.objects.filter(locale__language_code="en").first()
    translation = Translation.objects.get(
        source__object_id=english.translation_key, target_locale=english.locale
    )
    texts = StringTranslation.objects.filter(context__object_id=english.translation_key).count()
    assert texts
    delete(cheffe, english)
    restore(cheffe, binned(english))
    back = Page.objects.get(pk=english.pk)
    assert (back.locale, back.translation_key) == (english.locale, english.translation_key)
    translation.refresh_from_db()
    assert translation.enabled
    kept = StringTranslation.objects.filter(context__object_id=english.translation_key).count()
    assert kept == texts
    html = cheffe.get(reverse("wagtailadmin_pages:edit", args=[back.pk])).content.decode()
    assert "translation-editor" in html
