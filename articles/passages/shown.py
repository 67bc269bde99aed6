"""An interview as the search of the site finds it: who, about what, and each question."""

from typing import NamedTuple

from articles.loading import LINKS, PERSON, find_links
from cyberworkers.searching.shown import Mark, Passage, Shown, plain, words_of


class Named(NamedTuple):
    """A person or a topic."""

    id: int
    name: str
    slug: str
    locale_id: int
    role: str = ""
    biography: str = ""


def shown_words(page):
    """Return the `Shown` of the interview ``page``, whose links are read anew by one statement."""
    links = find_links([page.pk], *LINKS)[page.pk]
    people, askers, topics = (
        [Named(**dict(zip(PERSON, one, strict=False))) for one in links[name]] for name in LINKS
    )
    own = page.locale_id
    topics = [topic for topic in topics if topic.locale_id == own]
    speakers = {one.slug: one for one in [*people, *askers] if one.locale_id == own}.values()
    return Shown(
        page.title,
        people=tuple(person.name for person in people),
        topics=tuple(topic.name for topic in topics),
        standfirst=page.standfirst,
        also=page.words_around,
        passages=(
            *(passage for block in page.body if (passage := passage_of(block)).text),
            *(Passage(text=about(person)) for person in people),
            *(Passage(text=about(person), heading=person.name) for person in askers),
        ),
        day=page.date,
        marks=(
            *(Mark("topic", topic.slug, topic.name) for topic in topics),
            *(Mark("person", person.slug, person.name) for person in speakers),
            Mark("year", str(page.date.year), str(page.date.year)),
        ),
    )


def passage_of(block):
    if block.block_type != "exchange":
        return Passage(words_of(block))
    answers, question = block.value.get("answers") or [], block.value.get("question") or ""
    return Passage("\n".join(map(answer, answers)), question, f"q-{block.id}")


def answer(value):
    speaker, text = value.get("speaker"), value.get("text")
    name = f"{speaker.name}. " if speaker else ""
    return name + plain(text.source if text else "")


def about(person):
    return ". ".join(filter(None, [person.role, person.biography]))
