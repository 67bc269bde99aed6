"""French typography where readers meet it: pages, titles, descriptions, feeds; French only."""

import pytest

from articles.models import InterviewPage
from contact.models import FormField
from tests.factories import exchange, index, interview, quote_page
from tests.steps.finding import unmarked

TITLE = 'Pourquoi "la fibre" ? L\'essai...'
SHOWN = "Pourquoi «\u00a0la fibre\u00a0»\u202f? L’essai…"
ESCAPED = "Pourquoi &quot;la fibre&quot; ? L&#x27;essai..."


@pytest.fixture
def page(site):
    answer = "<p>Il dit <b>oui</b> ; 50 % <a href='https://a.example/?q=l...'>là</a> !</p>"
    page = interview(TITLE, body=[exchange("Est-ce l'heure ?", [answer])])
    page.standfirst, page.search_description = "Notez : 155 000 foyers.", TITLE
    page.save_revision().publish()
    return page


def test_a_french_page_is_typeset_in_head_and_body(visiteur, page):
    html = visiteur.get(page.url).content.decode()
    assert f"<title>{SHOWN} – Cyberworkers</title>" in html
    assert f'<meta name="description" content="{SHOWN}">' in html
    assert f'<meta property="og:title" content="{SHOWN}">' in html
    assert f"<h1>{SHOWN}</h1>" in html
    assert "Notez\u00a0: 155\u202f000 foyers." in html
    assert "Est\u2011ce l’heure\u202f?</h3>" in html
    link = "<a href='https://a.example/?q=l...'>là</a>"
    assert f"Il dit <b>oui</b>\u202f; 50\u00a0% {link}\u202f!" in html
    assert "Pourquoi &quot;" not in html


def test_lists_and_the_home_page_are_typeset(visiteur, page):
    for address in ("/", "/entretiens/"):
        assert SHOWN in visiteur.get(address).content.decode()


def test_what_is_stored_stays_as_it_was_typed_and_is_found_so(visiteur, page):
    assert InterviewPage.objects.get(pk=page.pk).title == TITLE
    html = visiteur.get("/recherche/", {"q": "l'essai fibre"}).content.decode()
    assert SHOWN in unmarked(html)
    assert 'value="l&#x27;essai fibre"' in html


def test_an_english_page_has_english_marks_and_no_french_spaces(visiteur, site):
    english = index("en")
    english.title, english.standfirst = 'The "fibre" ?', "It's 10 % : wait..."
    english.save_revision().publish()
    html = visiteur.get(english.url).content.decode()
    assert "The “fibre” ?</h1>" in html
    assert "It’s 10\u00a0% : wait…" in html


def test_the_feed_is_typeset_in_its_language(visiteur, page):
    feed = visiteur.get("/entretiens/flux/").content.decode()
    assert f"<title>{SHOWN}</title>" in feed
    assert "Notez\u00a0: 155\u202f000 foyers." in feed
    english = index("en")
    english.title = "The list ?"
    english.save_revision().publish()
    assert "The list ? – Cyberworkers" in visiteur.get("/en/interviews/feed/").content.decode()


def test_an_error_page_is_typeset(visiteur, site):
    html = visiteur.get("/nulle-part/").content.decode()
    assert "Recherchez\u2011la par ses mots\u00a0:" in html


def test_a_form_is_typeset_but_what_it_sends_is_not(visiteur, site):
    quote = quote_page()
    FormField.objects.create(
        page=quote, label="Combien ?", field_type="radio", choices='Plus de 50 %\nC\'est "oui"'
    )
    FormField.objects.create(
        page=quote, label="Où ?", field_type="dropdown", choices="Ici ?\nLà", default_value="Ici ?"
    )
    FormField.objects.create(
        page=quote, label="Mais ?", field_type="multiline", default_value="Si !"
    )
    html = visiteur.get("/devis/").content.decode()
    assert "Combien\u202f?" in html
    assert 'value="Plus de 50 %"' in html
    assert "Plus de 50\u00a0%</label>" in html
    assert 'value="C&#x27;est &quot;oui&quot;"' in html
    assert "C’est «\u00a0oui\u00a0»</label>" in html
    assert '<option value="Ici ?" selected>Ici ?</option>' in html
    assert "Si !</textarea>" in html
