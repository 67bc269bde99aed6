"""Who may paste, and who may see what was pasted."""

import pytest
from django.urls import reverse

from articles.models import Transcript
from home.setup import roles
from tests import factories
from tests.conftest import account, signed_in
from tests.transcript.pasting import cuts_url, draft, file, paste, paste_url, taken

pytestmark = pytest.mark.django_db

TALK = "Q : Qui ?\n\nR : Nous."


def pages_of(transcript):
    return [cuts_url(transcript), reverse("transcript_original", args=[transcript.pk])]


def is_refused(response):
    """Return whether the CMS sends somebody away, whichever way it does."""
    return response.status_code in (302, 403, 404)


@pytest.mark.parametrize("who", ["relecteur", "commercial", "visiteur"])
def test_who_may_not_add_interviews_pastes_none(who, request, site):
    client = request.getfixturevalue(who)
    assert is_refused(client.get(paste_url()))
    paste(client, TALK)
    assert not Transcript.objects.exists()


def test_a_translator_pastes_in_english_only(traductrice):
    assert is_refused(traductrice.get(paste_url("fr")))
    assert traductrice.get(paste_url("en")).status_code == 200


def test_without_a_draft_only_who_pasted_it_sees_it(redactrice, relecteur):
    transcript = taken(redactrice, TALK)
    other = signed_in(account("autre", roles.WRITER))
    for page in pages_of(transcript):
        assert redactrice.get(page).status_code == 200
        for stranger in (relecteur, other):
            assert is_refused(stranger.get(page))


def test_with_the_draft_it_is_for_those_who_may_edit_that(
    redactrice, relecteur, cheffe, commercial
):
    transcript = taken(redactrice, TALK)
    draft(redactrice, transcript)
    other = signed_in(account("autre", roles.WRITER))
    for page in pages_of(transcript):
        for client in (redactrice, relecteur, cheffe):
            assert client.get(page).status_code == 200
        for stranger in (other, commercial):
            assert is_refused(stranger.get(page))


def test_the_original_is_a_download_and_no_page_of_ours(redactrice):
    html = "<p>Q : Qui ?</p><script>alert(1)</script>"
    transcript = taken(redactrice, "Q", marked=file("a.html", html.encode()))
    response = redactrice.get(reverse("transcript_original", args=[transcript.pk]))
    assert response.content.decode() == html
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_the_home_of_the_cms_offers_to_write_and_to_paste_in_ones_languages(
    redactrice, traductrice, relecteur
):
    home = reverse("wagtailadmin_home")
    write = reverse(
        "wagtailadmin_pages:add", args=["articles", "interviewpage", factories.index().pk]
    )
    seen = redactrice.get(home).content.decode()
    for link in (write, paste_url("fr"), paste_url("en")):
        assert f'href="{link}"' in seen
    seen = traductrice.get(home).content.decode()
    assert paste_url("en") in seen
    assert paste_url("fr") not in seen
    assert "articles/transcript" not in relecteur.get(home).content.decode()


def test_so_does_the_list_of_interviews_and_none_other(redactrice, relecteur):
    listing = reverse("wagtailadmin_explore", args=[factories.index().pk])
    assert paste_url() in redactrice.get(listing).content.decode()
    assert "Écrire un entretien" in redactrice.get(listing).content.decode()
    assert paste_url() not in relecteur.get(listing).content.decode()
    above = reverse("wagtailadmin_explore", args=[factories.index().get_parent().pk])
    assert "articles/transcript" not in redactrice.get(above).content.decode()


def test_the_editor_of_the_draft_leads_to_the_original(redactrice):
    transcript = taken(redactrice, TALK)
    page = draft(redactrice, transcript)
    editor = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert cuts_url(transcript) in redactrice.get(editor).content.decode()
