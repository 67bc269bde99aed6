"""What becomes of each role in the draft: the site's own blocks, in their order, nothing lost."""

import pytest
from django.core.management import CommandError, call_command
from django.utils.html import strip_tags

from articles.models import InterviewPage, Person, Transcript
from articles.transcript.upkeep import KEPT_FOR, forget
from editing.models import BinnedPage
from tests import factories
from tests.transcript.documents import docx
from tests.transcript.formats import piece
from tests.transcript.pasting import FILES, TITLE, do, draft, drop, taken

pytestmark = pytest.mark.django_db

THREE = (
    "Le pont\n\nAna Ruiz et Léo Blin vivent au bord de l’eau.\n\nCyberworkers : Qui ?\n\n"
    "Ana Ruiz : Moi.\n\nLéo Blin : Et moi.\n\nUn voisin : Eux !\n\nCyberworkers : Et après ?\n\n"
    "Ana Ruiz : Rien."
)


def shape(page):
    return [block.block_type for block in page.body]


def texts(block):
    return [strip_tags(answer["text"].source) for answer in block.value["answers"]]


def test_with_several_who_answer_each_answer_names_its_speaker(redactrice):
    page = draft(redactrice, taken(redactrice, THREE))
    first, second = page.body
    speakers = [answer["speaker"] and answer["speaker"].name for answer in first.value["answers"]]
    assert speakers == ["Ana Ruiz", "Léo Blin", None]
    assert texts(first) == ["Moi.", "Et moi.", "Un voisin : Eux !"]
    assert [person.name for person in page.interviewees] == ["Ana Ruiz", "Léo Blin"]


def test_an_existing_person_is_proposed_and_none_made_twice(redactrice):
    known = factories.person("Ana Ruiz", "ana-ruiz", "batelière")
    page = draft(redactrice, taken(redactrice, THREE))
    assert page.interviewees[0] == known
    assert Person.objects.filter(name="Ana Ruiz").count() == 1


@pytest.mark.parametrize("name", ["Jean-Michel Billaut", "JM Billaut"])
def test_initials_stand_for_first_names(redactrice, name):
    known = factories.person(name, "billaut", "expert")
    drop(redactrice, "entretien.txt", FILES["entretien.txt"]())
    page = draft(redactrice, Transcript.objects.get())
    assert page.interviewees == [known]


def test_somebody_else_is_added_and_somebody_recognised_is_not(redactrice):
    transcript = taken(redactrice, THREE)
    page = draft(redactrice, transcript, other="Zoé Nord", **{"people-1": "nobody"})
    assert [person.name for person in page.interviewees] == ["Ana Ruiz", "Zoé Nord"]


def test_headings_quotes_notes_and_lists_are_blocks_in_their_order(redactrice):
    text = (
        "# Le pont\n\nAna Ruiz y vit.\n\nPropos recueillis par Luc Petit\n\n**Qui ?**\n\n"
        "Trois choses :\n\n- l’eau ;\n- le *vent*.\n\n## Après\n\n**Et la mer ?**\n\n"
        "Elle [monte](https://mer.example/).\n\n> La mer ne ment pas.\n\n**Et demain ?**\n\nOui."
    )
    drop(redactrice, "a.md", text.encode())
    page = draft(redactrice, Transcript.objects.get())
    kinds = ["editors_note", "exchange", "heading", "exchange", "pull_quote", "exchange"]
    assert shape(page) == kinds
    source = page.body[1].value["answers"][0]["text"].source
    assert source == "<p>Trois choses :</p><ul><li>l’eau ;</li><li>le <i>vent</i>.</li></ul>"
    link = page.body[3].value["answers"][0]["text"].source
    assert '<a href="https://mer.example/">monte</a>' in link
    assert [person.name for person in page.interviewers] == ["Luc Petit"]


def test_what_is_too_long_for_its_place_stands_beside_it(redactrice):
    long = "Un chapô qui ne finit pas. " * 20
    text = f"Le pont\n\n{long}\n\nQ : Qui ?\n\nR : Nous."
    page = draft(redactrice, taken(redactrice, text))
    assert page.standfirst == ""
    assert shape(page) == ["paragraph", "exchange"]
    assert strip_tags(page.body[0].value["text"].source) == long.strip()


def test_an_image_comes_into_the_library_with_its_description(redactrice):
    rows = ["Title | Le pont", "Normal | Q : Qui ?", "Normal | R : Nous.", "image | Le pylône"]
    drop(redactrice, "a.docx", docx.make(list(map(piece, rows)), {}))
    page = draft(redactrice, Transcript.objects.get())
    assert shape(page) == ["exchange", "figure"]
    assert page.body[1].value["image"].contextual_alt_text == "Le pylône"


def test_a_picture_that_is_none_stays_in_the_original_and_that_is_said(redactrice):
    html = '<p>Q : Qui ?</p><p>R : Nous.</p><img alt="x" src="data:image/png;base64,aGE=">'
    drop(redactrice, "a.html", html.encode())
    transcript = Transcript.objects.get()
    response = do(redactrice, transcript, "draft")
    assert "1 image" in redactrice.get(response.url).content.decode()
    assert shape(InterviewPage.objects.get(pk=transcript.page_id)) == ["exchange"]


def test_a_question_without_an_answer_keeps_a_place_for_it(redactrice):
    page = draft(redactrice, taken(redactrice, "Q : Qui ?\n\nR : Nous.\n\nQ : Et après ?"))
    assert [texts(block) for block in page.body] == [["Nous."], [""]]


def test_the_command_makes_the_same_draft(redactrice, tmp_path, capsys):
    file = tmp_path / "entretien.docx"
    file.write_bytes(FILES["entretien.docx"]())
    call_command("import_interview", str(file), user="redactrice")
    page = InterviewPage.objects.get(title=TITLE)
    assert shape(page.get_latest_revision_as_object()) == ["exchange"] * 5
    assert not page.live
    said = capsys.readouterr().out
    assert "Left out: Demandez un devis" in said
    assert f"/cms/pages/{page.pk}/edit/" in said


@pytest.mark.parametrize("name", ["absent.txt", "vide.txt", "photo.png"])
def test_the_command_says_why_not(redactrice, tmp_path, name):
    if name != "absent.txt":
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(CommandError):
        call_command("import_interview", str(tmp_path / name), user="redactrice")


def test_the_original_comes_back_with_the_page_from_the_bin_and_goes_with_it(redactrice):
    transcript = taken(redactrice, THREE)
    page = draft(redactrice, transcript)
    InterviewPage.objects.get(pk=page.pk).delete()
    forget()
    assert Transcript.objects.filter(pk=transcript.pk).exists()
    BinnedPage.objects.all().delete()
    forget()
    assert not Transcript.objects.filter(pk=transcript.pk).exists()


def test_what_nobody_makes_a_draft_of_is_forgotten_after_three_months(redactrice):
    transcript = taken(redactrice, THREE)
    forget()
    assert Transcript.objects.filter(pk=transcript.pk).exists()
    transcript.created_at -= KEPT_FOR
    transcript.save()
    forget()
    assert not Transcript.objects.exists()
