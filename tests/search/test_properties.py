"""Whatever is typed and whatever a page holds: no exception, sound HTML, marks on what matched."""

import re
import string
from html import unescape
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.utils.html import escape
from hypothesis import given, settings
from hypothesis import strategies as st

from cyberworkers.language.folding import LONGEST, compounds, fold, tokens
from cyberworkers.language.nearest import distance_allowed, sound
from cyberworkers.language.stems import stem
from search.index.places import MOST, Place, pack, unpack
from search.query.marking import excerpt, marked
from search.query.units import MOST as MOST_UNITS
from search.query.units import units_of

FRENCH = (
    "l'été d’aujourd’hui œuvre très-haut-débit réseau «\xa0mot\xa0» <b>&amp;\"'\n\u202e\u200d\xad½²"
)
TEXT = st.text() | st.text(alphabet=FRENCH + string.ascii_letters, max_size=400)
LANGUAGE = st.sampled_from(["fr", "en", "de"])


class Sound(HTMLParser):
    """Reads HTML; refuses what is no mark element, and marks within marks."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.open, self.text, self.marked = 0, "", []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        assert (tag, attrs, self.open) == ("mark", [], 0)
        self.open = 1
        self.marked.append("")

    def handle_endtag(self, tag):
        assert (tag, self.open) == ("mark", 1)
        self.open = 0

    def handle_data(self, data):
        self.text += data
        if self.open:
            self.marked[-1] += data

    def handle_comment(self, data):
        raise AssertionError(data)

    handle_decl = unknown_decl = handle_pi = handle_comment


@given(TEXT)
def test_folding_leaves_letters_and_digits_and_folds_no_more_the_second_time(text):
    once = fold(text)
    assert len(once) <= LONGEST
    assert once == "" or once.isalnum()
    assert fold(once) == once


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéèêàçœ", min_size=1, max_size=20))
def test_case_and_accents_do_not_count(word):
    assert fold(word.upper()) == fold(word)
    assert fold(word.replace("é", "e")) == fold(word)


@given(TEXT, LANGUAGE)
def test_tokens_stand_in_their_order_where_they_say(text, language):
    found = tokens(text, language)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))
    assert all(one.form.isalnum() for one in found)
    assert all(form for _place, form in compounds(found))


@given(TEXT, LANGUAGE)
def test_a_query_is_read_as_few_units_none_of_them_twice(text, language):
    units = units_of(text, language)
    assert len(units) <= MOST_UNITS
    assert len({unit.forms for unit in units}) == len(units)
    assert all(unit.ways and unit.words for unit in units)


@given(
    st.text(alphabet=string.ascii_lowercase + string.digits, min_size=1, max_size=LONGEST), LANGUAGE
)
def test_every_form_has_a_stem_that_is_the_same_each_time(form, language):
    assert stem(form, language)
    assert stem(form, language) == stem(form, language)


@given(st.text(alphabet=string.ascii_lowercase, max_size=LONGEST))
def test_a_correction_is_never_far(form):
    assert distance_allowed(form) <= len(form) // 3
    assert len(sound(form)) <= 2 * len(form)


@given(
    st.lists(
        st.tuples(
            *[st.integers(0, 254), st.booleans(), st.integers(0, 31_999), st.integers(0, 255)]
        )
    )
)
def test_places_are_read_as_they_were_written(values):
    places = [Place(*value) for value in values]
    assert unpack(pack(places)) == places[:MOST]


@given(TEXT, TEXT, LANGUAGE)
def test_marking_keeps_the_text_and_escapes_it(text, query, language):
    html = marked(text, units_of(query, language), language)
    assert Sound(html)
    assert re.sub("</?mark>", "", html) == escape(text)


@given(TEXT, TEXT, LANGUAGE)
def test_what_is_marked_meets_the_query(text, query, language):
    units = units_of(query, language)
    stems = {one for unit in units for one in unit.stems}
    for mark in Sound(marked(text, units, language)).marked:
        forms = [one.form for one in tokens(mark, language)] or [fold(mark)]
        assert {stem(form, language) for form in forms} & stems or any(
            mark_of_compound(text, mark, stems, language)
        )


def mark_of_compound(text, mark, stems, language):
    """Yield whether a word in several parts, one of which is ``mark``, meets the query."""
    words = tokens(text, language)
    return (stem(form, language) in stems for _place, form in compounds(words))


@given(TEXT, TEXT, LANGUAGE)
def test_an_excerpt_is_a_sound_part_of_the_text(text, query, language):
    html = excerpt(text, units_of(query, language), language)
    read = Sound(html).text.removeprefix("…\xa0").removesuffix("\xa0…")
    assert unescape(read) in unescape(text) or read.strip() in text
    assert len(read) <= 320


@pytest.mark.django_db
@settings(max_examples=25)
@given(TEXT)
def test_any_text_gets_a_page(client_of_the_site, text):
    assert client_of_the_site.get("/recherche/", {"q": text}).status_code == 200


@pytest.fixture(scope="module")
def client_of_the_site(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        yield Client()
