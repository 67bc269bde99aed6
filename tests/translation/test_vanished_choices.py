"""What was chosen and deleted meanwhile is an empty choice: the translation goes on without it."""

import json
import uuid

import pytest
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from wagtail_localize.models import OverridableSegment

from tests import factories
from tests.steps import reviewing, translating
from tests.steps.editing import set_levels

pytestmark = pytest.mark.django_db


def block(kind, value):
    return {"type": kind, "id": str(uuid.uuid4()), "value": value}


def figure(image):
    picture = {"image": image.pk, "alt_text": "Un pylône", "decorative": False}
    return block("figure", {"image": picture, "caption": "Le pylône."})


def video(image):
    return block("video", {"title": "Visite", "url": "https://video.example/1", "poster": image.pk})


def document(one):
    return block("document", {"document": one.pk, "text": "La convention"})


def related(one):
    others = [factories.item(one.pk), factories.item(other("Encore un").pk)]
    return block("related", {"interviews": others})


def spoken(person):
    return block(
        "exchange",
        {
            "question": "Pourquoi rester ?",
            "answers": [factories.item({"speaker": person.pk, "text": factories.ANSWER})],
        },
    )


def other(title):
    return factories.interview(title, slug=str(uuid.uuid4()))


def speaker(name):
    return factories.person(name, slug=str(uuid.uuid4()))


CHOICES = {
    "figure": (figure, factories.image),
    "video": (video, factories.image),
    "document": (document, factories.document),
    "related": (related, other),
    "speaker": (spoken, speaker),
    "hero": (None, factories.image),
}


@pytest.fixture(params=CHOICES)
def case(request, site):
    """Return what makes a choice, the first one, and the English draft that has it."""
    make, new = CHOICES[request.param]
    chosen = new("Le premier")
    fields = {"hero_image": chosen, "hero_alt": "Un pylône"}
    if make:
        fields = {"body": [factories.exchange(), make(chosen)]}
    set_levels(broken_links="recommended")
    return new, chosen, translating.interview(**fields)


def test_what_is_still_there_is_shown(case, cheffe, visiteur):
    _new, _chosen, page = case
    assert_goes_on(page, cheffe, visiteur)


def override(page, chosen):
    """Have the translator choose something else, as the editor does; return whether one may."""
    segment = OverridableSegment.objects.filter(
        source=translating.translation(page).source, data_json=json.dumps(chosen.pk)
    ).first()
    if segment is None:
        return None
    return lambda client, instead: client.put(
        reverse(
            "wagtail_localize:edit_override",
            args=[translating.translation(page).pk, segment.pk],
        ),
        encode_multipart(BOUNDARY, {"value": instead.pk}),
        MULTIPART_CONTENT,
    )


def assert_goes_on(page, client, visiteur):
    """Have all done that is done with a translation."""
    one = translating.translation(page)
    assert "Le village" in translating.seen(client, page)
    assert translating.translate(client, page) <= {200, 201}
    preview = reverse("wagtail_localize:preview_translation", args=[one.pk])
    assert client.get(preview).status_code == 200
    update = reverse("wagtail_localize:update_translations", args=[one.source_id])
    assert client.post(update).status_code == 302
    assert translating.translate(client, page) <= {200, 201}
    answer = translating.publish(client, page)
    assert translating.fresh(page).live, translating.said(answer)
    answer = visiteur.get(translating.fresh(page).url)
    assert answer.status_code == 200
    assert "The village has fibre" in answer.content.decode()


def test_a_choice_of_the_source_is_deleted(case, cheffe, visiteur):
    _new, chosen, page = case
    chosen.delete()
    assert_goes_on(page, cheffe, visiteur)


def test_the_translators_own_choice_is_deleted(case, cheffe, visiteur):
    new, chosen, page = case
    if choose := override(page, chosen):
        instead = new("Le second")
        assert choose(cheffe, instead).status_code in (200, 201)
        instead.delete()
    assert_goes_on(page, cheffe, visiteur)


def test_the_choice_of_the_source_is_deleted_and_the_translators_own_is_not(case, cheffe, visiteur):
    new, chosen, page = case
    choose = override(page, chosen)
    assert choose or new is speaker  # who has a translation, and is no choice of the translator
    if choose:
        choose(cheffe, new("Le second"))
    chosen.delete()
    assert_goes_on(page, cheffe, visiteur)


def test_what_the_source_names_no_more_is_translated_anew(case, cheffe):
    """What is translated once more starts from what was stored of its source."""
    _new, chosen, page = case
    french = page.get_translation(factories.locale("fr"))
    page.delete()
    chosen.delete()
    address = reverse("wagtail_localize:submit_page_translation", args=[french.pk])
    answer = cheffe.post(address, {"locales": factories.locale("en").pk})
    assert answer.status_code == 302
    assert french.has_translation(factories.locale("en"))


def test_an_autosave_of_the_translation_editor_is_answered(cheffe, redactrice):
    page = translating.charter(redactrice.user)
    for data in ({}, {"action-submit": "1"}):
        answer = cheffe.post(reviewing.edit_url(page), data, headers={"Accept": "application/json"})
        assert answer.status_code == 400
        assert answer.json()["success"] is False
    assert reviewing.step(page) is None
