"""A result says which question answers, marks the words, and leads there."""

import re

import pytest

from tests import factories

pytestmark = pytest.mark.django_db

RAIN = f"Il a plu {'encore et encore ' * 10}tout l'hiver."


def found(client, query):
    answer = client.get("/recherche/", {"q": query, "kind": "articles.interviewpage"})
    assert answer.status_code == 200
    return answer.context["results"]


def marks(html):
    return re.findall("<mark>(.*?)</mark>", html)


@pytest.fixture
def page(site):
    exchanges = [
        factories.exchange("Pourquoi rester ?", ["<p>Parce que l'école a rouvert.</p>"]),
        factories.exchange(
            "Qui a payé la tranchée ?",
            [f"<p>{RAIN} La commune et le département. {RAIN}</p>"],
        ),
        factories.exchange("Et après la tranchée ?", ["<p>On a semé de l'herbe.</p>"]),
    ]
    return factories.interview("La fibre au village", body=exchanges)


def test_a_passage_leads_to_its_question_on_the_page(page, visiteur):
    (result,) = found(visiteur, "école rouverte")
    (hit,) = result.hits
    assert hit.heading == "Pourquoi rester ?"
    anchor = hit.url.removeprefix(f"{page.url}#")
    assert f'id="{anchor}"' in visiteur.get(page.url).content.decode()


def test_several_passages_of_one_interview_stand_together(page, visiteur):
    (result,) = found(visiteur, "tranchée")
    assert [marks(hit.heading) for hit in result.hits] == [["tranchée"], ["tranchée"]]


def test_the_sentence_that_answers_is_shown_and_not_the_first(page, visiteur):
    (result,) = found(visiteur, "département")
    assert "La commune et le <mark>département</mark>." in result.hits[0].text
    assert not result.hits[0].text.startswith("Il a plu")


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("ecole", ["école"]),  # without its accent, and after an elision
        ("écoles", ["école"]),
        ("rouvrir", ["rouvert"]),
        ("hiver", ["hiver"]),
        ("Village", ["village"]),
    ],
)
def test_what_is_marked_is_the_word_as_it_stands_there(page, visiteur, query, marked):
    html = visiteur.get("/recherche/", {"q": query}).content.decode()
    assert marks(html) == marked


def test_what_stands_in_a_page_is_escaped(visiteur):
    body = [factories.exchange("Et <b>gras</b> & escalier ?", ["<p>1 &lt; 2, escalier.</p>"])]
    factories.interview("Un <script> d'escalier", body=body)
    html = visiteur.get("/recherche/", {"q": "escalier"}).content.decode()
    assert "Un &lt;script&gt; d" in html
    assert "Et &lt;b&gt;gras&lt;/b&gt; &amp;" in html
    assert "1 &lt; 2" in html


def test_a_title_alone_leads_to_the_page_with_its_standfirst(page, visiteur):
    (result,) = found(visiteur, "fibre")
    assert result.url == page.url
    assert result.hits == []
    assert result.summary == "Une maire raconte."


def test_what_the_title_says_leads_nowhere_beside_what_one_question_says(site, visiteur):
    exchanges = [
        factories.exchange("La fibre ?", ["<p>La fibre, toute la fibre.</p>"]),
        factories.exchange("Qui a payé ?", ["<p>La commune a refait le trottoir.</p>"]),
    ]
    factories.interview("La fibre au village", body=exchanges)
    (result,) = found(visiteur, "fibre trottoir")
    assert result.hits[0].heading == "Qui a payé ?"
