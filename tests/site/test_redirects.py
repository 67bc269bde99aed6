"""An address that was published once leads on for good when pages or topics change."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from home.models import StandardPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def committed(site, django_capture_on_commit_callbacks):
    """Return a context in which what follows a commit happens, as Wagtail's redirects do."""
    Redirect.objects.all().delete()  # the set-up's
    return lambda: django_capture_on_commit_callbacks(execute=True)


def rename(page, slug):
    page.slug = slug
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def leads(client, old, new):
    answer = client.get(old)
    assert answer.status_code == 301, old
    assert answer.url == new
    assert client.get(new).status_code == 200


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_page_with_another_slug(visiteur, language, committed):
    page = factories.interview(slug="avant", language=language)
    before = page.url
    with committed():
        after = rename(page, "apres").url
    assert after.endswith("/apres/")
    leads(visiteur, before, after)


def test_a_draft_leaves_no_address_behind_that_nobody_could_open(visiteur, site, committed):
    page = factories.interview(slug="nom-de-travail", live=False)
    parent = StandardPage(title="Nous", slug="nous", body="<p>Texte.</p>", locale=site.locale)
    with committed():
        site.add_child(instance=parent)
        page.slug = "le-vrai-nom"
        page.save_revision().publish()
    assert Page.objects.get(pk=page.pk).live
    assert visiteur.get("/entretiens/nom-de-travail/").status_code == 404
    draft = StandardPage(
        title="Essai", slug="essai", body="<p>Un.</p>", locale=site.locale, live=False
    )
    with committed():
        site.add_child(instance=draft)
        draft.move(parent, pos="last-child")
    assert not Redirect.objects.exists()


def test_a_page_that_was_withdrawn_leaves_its_address_behind(visiteur, committed):
    page = factories.interview(slug="avant", live=False)
    page.save_revision().publish()
    page = type(page).objects.get(pk=page.pk)
    page.unpublish()
    with committed():
        rename(page, "apres")
    leads(visiteur, "/entretiens/avant/", "/entretiens/apres/")


def test_a_page_that_was_moved(visiteur, site, committed):
    parent = StandardPage(title="Nous", slug="nous", body="<p>Texte.</p>", locale=site.locale)
    site.add_child(instance=parent)
    with committed():
        Page.objects.get(slug="mentions-legales").move(parent, pos="last-child")
    leads(visiteur, "/mentions-legales/", "/nous/mentions-legales/")


def test_a_list_with_another_slug_takes_its_pages_topics_and_feeds_along(visiteur, committed):
    factories.interview(slug="la-fibre")
    with committed():
        rename(factories.index(), "conversations")
    for end in ("", "la-fibre/", "sujet/fibre/", "flux/", "sujet/fibre/flux/"):
        leads(visiteur, f"/entretiens/{end}", f"/conversations/{end}")


def test_a_slug_that_is_changed_in_the_translation_editor(visiteur, committed):
    french = Page.objects.get(slug="mentions-legales")
    translation = Translation.objects.get(
        source__object_id=french.translation_key, target_locale=factories.locale("en")
    )
    before = french.get_translation(factories.locale("en")).url
    slug = translation.source.stringsegment_set.get(context__path="slug")
    StringTranslation.objects.filter(translation_of=slug.string, context=slug.context).update(
        data="imprint"
    )
    with committed():
        Translation.objects.get(pk=translation.pk).save_target(publish=True)
    leads(visiteur, before, "/en/imprint/")


def test_a_topic_with_another_slug_and_its_feed(visiteur):
    factories.interview()
    topic = factories.topic()
    for slug in ("tres-haut-debit", "haut-debit"):
        topic.slug = slug
        topic.save()
    for old in ("fibre", "tres-haut-debit"):  # each in one step
        for end in ("", "flux/"):
            leads(
                visiteur,
                f"/entretiens/sujet/{old}/{end}",
                f"/entretiens/sujet/haut-debit/{end}",
            )


def test_a_topic_that_gets_its_slug_back_does_not_lead_in_circles(visiteur):
    factories.interview()
    topic = factories.topic()
    for slug in ("autre", "fibre"):
        topic.slug = slug
        topic.save()
    assert visiteur.get("/entretiens/sujet/fibre/").status_code == 200
    leads(visiteur, "/entretiens/sujet/autre/", "/entretiens/sujet/fibre/")
    assert not Redirect.objects.filter(old_path__startswith="/entretiens/sujet/fibre").exists()


def test_an_english_topic(visiteur):
    page = factories.interview(language="en")
    topic = page.topics[0]
    topic.slug = "broadband"
    topic.save()
    leads(visiteur, "/en/interviews/topic/fibre/", "/en/interviews/topic/broadband/")


def test_a_person_with_another_slug(visiteur):
    factories.interview()
    person = factories.person()
    for slug in ("helene-roux", "helene-marchetti-roux"):
        person.slug = slug
        person.save()
    for old in ("helene-marchetti", "helene-roux"):
        leads(
            visiteur,
            f"/entretiens/personne/{old}/",
            "/entretiens/personne/helene-marchetti-roux/",
        )


def test_what_an_editor_decided_stays(visiteur):
    factories.interview()
    Redirect.add_redirect("/entretiens/sujet/fibre/", "/devis/")
    topic = factories.topic()
    topic.slug = "autre"
    topic.save()
    leads(visiteur, "/entretiens/sujet/fibre/", "/devis/")


def test_a_topic_saved_without_another_slug_leaves_nothing():
    topic = factories.topic()
    topic.name = "La fibre"
    topic.save()
    assert not Redirect.objects.exists()
