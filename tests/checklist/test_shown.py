"""The checklist is in the editor of every page, for those who may edit it, and nobody else."""

import pytest
from django.urls import reverse

from contact.models import QuotePage
from tests import factories
from tests.steps.editing import answer_linking_to, draft, edit, form, said


def test_the_editor_shows_the_list_in_words_with_links_to_the_fields(cheffe):
    html = cheffe.get(edit(draft())).content.decode()
    assert 'href="#id_standfirst"' in html
    assert 'id="id_standfirst"' in html
    assert "editing/checklist.js" in html


@pytest.mark.parametrize("kind", ["home", "contact"])
def test_every_page_type_shows_it(cheffe, site, kind):
    page = site if kind == "home" else QuotePage.objects.first()
    html = cheffe.get(edit(page)).content.decode()
    assert "data-checklist=" in html


def test_a_new_page_shows_it_too(redactrice):
    index = factories.index().pk
    url = reverse("wagtailadmin_pages:add", args=["articles", "interviewpage", index])
    assert "/cms/checklist/0/" in redactrice.get(url).content.decode()


def test_the_reviewer_sees_it_where_the_decision_is_made(redactrice, relecteur):
    page = draft(owner=redactrice.user)
    page.get_workflow().start(page, redactrice.user)
    html = relecteur.get(edit(page)).content.decode()
    assert "data-checklist=" in html
    assert 'data-workflow-action-name="approve"' in html


def test_the_list_is_that_of_the_saved_draft(cheffe):
    page = draft()
    url = reverse("editing_checklist", args=[page.pk])
    assert 'href="#id_standfirst"' in cheffe.get(url).content.decode()
    page.standfirst = "Une maire raconte."
    page.save_revision()
    response = cheffe.get(url)
    assert 'href="#id_standfirst"' not in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_the_list_is_for_those_who_may_edit_the_page(commercial, redactrice, visiteur):
    url = reverse("editing_checklist", args=[draft().pk])
    for client in (commercial, redactrice):
        assert client.get(url, headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403
        assert client.get(url).status_code == 302
    assert visiteur.get(url).status_code == 302


def test_what_an_editor_typed_is_escaped(cheffe):
    broken = answer_linking_to(999_999)
    text = broken["value"]["answers"][0]["value"]["text"]
    broken["value"]["answers"][0]["value"]["text"] = text.replace("la mairie", "&lt;b&gt;x")
    page = draft(body=[broken], title="<i>titre")
    html = cheffe.get(reverse("editing_checklist", args=[page.pk])).content.decode()
    assert "&lt;b&gt;x" in html
    assert "<b>x" not in html
    answer = cheffe.post(edit(page), form("action-publish", standfirst="", title="<i>titre"))
    assert "<i>" not in said(answer)


def test_the_content_checks_speak_of_our_rules(cheffe):
    html = cheffe.get(edit(draft())).content.decode()
    assert "image-alt" in html
