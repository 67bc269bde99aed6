"""Each block of an interview explains itself to the editor, and shows what it will look like."""

import re

import pytest
from django.urls import reverse
from django.utils.translation import override

from articles.blocks import InterviewBody
from tests import factories

pytestmark = pytest.mark.django_db

BLOCKS = InterviewBody().child_blocks
SHOWN = {
    "exchange": "Pourquoi être revenue au village",
    "paragraph": "horloge de l&#x27;école|horloge de l'école",
    "heading": "Le village d&#x27;abord",
    "pull_quote": "La fibre n&#x27;a pas ramené les gens",
    "figure": "figure_preview.svg",
    "key_figures": "155 000",
    "video": "Visite du chantier",
    "editors_note": "Entretien condensé",
    "document": "Convention de délégation",
    "related": "Le village a la fibre",
}


@pytest.mark.parametrize("name", BLOCKS)
def test_each_block_has_a_label_an_icon_and_a_help_text_in_both_languages(name):
    block = BLOCKS[name]
    assert block.meta.icon != "placeholder"
    with override("en"):
        english = str(block.label), str(block.meta.description)
    with override("fr"):
        french = str(block.label), str(block.meta.description)
    assert all(english) and all(french)
    assert english[1] != french[1]


@pytest.mark.parametrize("name", BLOCKS)
def test_each_block_has_a_preview(name, redactrice):
    factories.interview(hero_image=factories.image())
    # The editor's form registers the blocks that it may preview.
    redactrice.get(
        reverse("wagtailadmin_pages:add", args=["articles", "interviewpage", factories.index().pk])
    )
    field = factories.InterviewPage._meta.get_field("body")
    block = field.stream_block.child_blocks[name]
    assert block.is_previewable
    answer = redactrice.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert answer.status_code == 200
    assert re.search(SHOWN[name], answer.content.decode())


def test_the_form_names_what_is_chosen_in_french(redactrice):
    address = reverse(
        "wagtailadmin_pages:add", args=["articles", "interviewpage", factories.index().pk]
    )
    labels = re.findall(r"<label[^>]*>\s*(\w+)", redactrice.get(address).content.decode())
    assert {"Personne", "Sujet"} <= set(labels)
    assert not {"Person", "Topic"} & set(labels)
