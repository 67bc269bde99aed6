"""What other sites show with a link: chosen by editors, or drawn by the worker at publication."""

import io
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from PIL import Image

from editing.models import ShareImage
from editing.share_image import studio
from editing.share_image.drawing import Words, draw
from editing.share_image.lettering import Lettering, set_text
from editing.share_image.wrapping import fit
from tests import factories
from tests.steps.head import head

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_table(site):
    """Leave out what the set-up wants drawn."""
    ShareImage.objects.all().delete()


def publish(page):
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def work():
    studio.draw_wanted()


def shown(client, page):
    return head(client, page.url).meta


def drawn(page):
    return ShareImage.objects.get(page=page)


def test_the_worker_draws_what_was_published(visiteur, django_capture_on_commit_callbacks):
    page = publish(factories.interview("Le village a la fibre"))
    assert "og:image" not in shown(visiteur, page)  # no request draws
    call_command("run_worker", "--once")
    meta = shown(visiteur, page)
    assert (meta["og:image:width"], meta["og:image:height"]) == ("1200", "630")
    assert meta["og:image:alt"] == "Le village a la fibre – Hélène Marchetti"
    assert meta["twitter:card"] == "summary_large_image"
    content = b"".join(visiteur.get(urlsplit(meta["og:image"]).path))
    image = Image.open(io.BytesIO(content))
    assert (image.size, image.format) == ((1200, 630), "JPEG")
    assert len(content) < 300_000  # some messengers show nothing larger


def test_another_title_has_another_address_and_the_old_file_goes(
    django_capture_on_commit_callbacks,
):
    page = publish(factories.interview())
    work()
    before = drawn(page).file
    page.title = "Le village a deux fibres"
    page = publish(page)
    with django_capture_on_commit_callbacks(execute=True):
        work()
    after = drawn(page).file
    assert before != after
    assert default_storage.exists(after)
    assert not default_storage.exists(before)


def test_what_has_not_changed_is_not_drawn_again(monkeypatch):
    page = publish(factories.interview())
    work()
    monkeypatch.setattr(studio, "draw", lambda words: pytest.fail("drawn again"))
    publish(page)
    work()
    assert drawn(page).wanted is None


def test_a_person_who_is_renamed_is_drawn_again():
    page = publish(factories.interview())
    work()
    before = drawn(page).file
    person = factories.person()
    person.name = "Hélène Marchetti-Roux"
    person.save()
    work()
    assert drawn(page).file != before


def test_editors_choose_another_image(visiteur):
    image = factories.image("Le chantier")
    page = publish(factories.interview(share_image=image))
    call_command("run_worker", "--once")
    rendition = image.renditions.get(filter_spec__contains="fill")  # before a visitor asks
    meta = shown(visiteur, page)
    assert meta["og:image"] == f"http://testserver{rendition.url}"


def test_the_main_image_stands_in_until_something_is_drawn(visiteur):
    page = factories.interview(hero_image=factories.image(), hero_alt="Un pylône")
    call_command("run_worker", "--once")
    assert shown(visiteur, page)["og:image:alt"] == "Un pylône"


def test_a_page_that_is_withdrawn_or_deleted_leaves_no_file(django_capture_on_commit_callbacks):
    page, other = publish(factories.interview()), publish(factories.interview("Autre"))
    work()
    files = [drawn(page).file, drawn(other).file]
    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
        work()
        other.delete()
    assert not any(default_storage.exists(file) for file in files)


def test_one_that_cannot_be_drawn_does_not_stop_the_others(monkeypatch, caplog):
    first, second = publish(factories.interview("Un")), publish(factories.interview("Deux"))
    usual = studio.draw
    monkeypatch.setattr(
        studio, "draw", lambda words: usual(words) if words.title == "Deux" else 1 / 0
    )
    work()
    assert not drawn(first).file
    assert drawn(second).file
    assert "could not be drawn" in caplog.text
    monkeypatch.undo()
    studio.want_all()  # the next day
    ShareImage.objects.exclude(page=first).delete()
    work()
    assert drawn(first).file


def test_a_publication_during_the_drawing_is_not_forgotten(monkeypatch):
    page = publish(factories.interview())
    usual = studio.draw

    def meanwhile(words):
        page.title = "Encore un titre"
        publish(page)
        return usual(words)

    monkeypatch.setattr(studio, "draw", meanwhile)
    work()
    assert drawn(page).wanted
    monkeypatch.undo()
    work()
    assert drawn(page).alt.startswith("Encore un titre")


def test_the_command_fills_every_gap(capsys):
    page = factories.interview()
    call_command("draw_share_images")
    assert default_storage.exists(drawn(page).file)
    default_storage.delete(drawn(page).file)
    call_command("draw_share_images")
    assert default_storage.exists(drawn(page).file)


def test_a_file_that_a_killed_worker_left_half_is_drawn_again():
    page = publish(factories.interview())
    work()
    file = Path(default_storage.path(drawn(page).file))
    whole = file.read_bytes()
    file.write_bytes(whole[:1000])
    ShareImage.objects.update(file="")  # which the worker had no time to store
    publish(page)
    work()
    assert default_storage.path(drawn(page).file) == str(file)
    assert file.read_bytes() == whole


def test_an_image_that_cannot_be_read_leaves_the_words():
    image = factories.image()
    image.file.storage.delete(image.file.name)
    assert draw(Words("Le village", "fr", picture=image))


@pytest.mark.parametrize("title", ["😀", "東京", "\u200b\x07", " "])
def test_a_title_that_the_fonts_do_not_have_is_not_drawn(title):
    assert draw(Words(title, "fr")) is None


HARD = [
    "Anticonstitutionnellement" * 10,
    "Faut-il raccorder le dernier kilomètre ? " * 6,
    "mot " * 60,
    "É" * 255,
    "l’œuvre d’Ÿ",
]


@pytest.mark.parametrize("text", HARD)
def test_no_line_is_wider_than_its_column_nor_are_there_too_many(text):
    lettering, lines = fit(text.strip(), "display", 800, (80, 60, 40), (600, 300), leading=1.1)
    assert all(lettering.width(line) <= 600 for line in lines)
    assert len(lines) * lettering.size * 1.1 <= 300


def test_what_does_not_fit_at_the_smallest_size_ends_in_an_ellipsis():
    _lettering, lines = fit("mot " * 200, "display", 800, (40,), (600, 300))
    assert lines[-1].endswith("…")


def test_lines_are_of_like_length():
    lettering, lines = fit("Une maire qui raconte", "display", 800, (60,), (600, 300))
    widths = [lettering.width(line) for line in lines]
    assert min(widths) > max(widths) * 0.5


def test_nothing_is_drawn_outside_of_the_margins():
    for text in HARD:
        image = Image.open(io.BytesIO(draw(Words(text, "fr", people=("X" * 90,), role="y" * 200))))
        ground = image.getpixel((2, 2))
        for x in (20, 1180):  # the thread alone crosses the right margin
            column = [image.getpixel((x, y)) for y in range(0, 530)]
            assert all(sum(abs(a - b) for a, b in zip(p, ground, strict=True)) < 30 for p in column)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Pourquoi rester ?", "Pourquoi rester\u202f?"),
        ("Fibre : oui", "Fibre\u00a0: oui"),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ("l'école d'en bas", "l’école d’en bas"),
        ("Enfin !", "Enfin\u202f!"),
        ("50 %", "50\u00a0%"),
        ("à 12:30", "à 12:30"),
        ("e\u0301cole", "école"),
        ("Rendez\u2011vous", "Rendez-vous"),
    ],
)
def test_french_is_set_as_a_printer_sets_it(typed, printed):
    assert set_text(typed, "fr") == printed


def test_english_signs_stay_at_their_words():
    assert set_text("Why stay?", "en") == "Why stay?"


def test_accents_of_europe_are_there_and_others_leave_their_letter():
    known = Lettering("display", 40, 800).known
    assert known("Łukasz Żółć, Œuvre") == "Łukasz Żółć, Œuvre"
    assert known("Đặng 東") == "Đang"
