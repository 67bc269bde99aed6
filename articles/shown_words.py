"""An interview as the search of the site finds it: who, about what, and each question."""

from articles.loading import LINKS, load_links
from cyberworkers.searching.shown import Mark, Passage, Shown, plain, words_of


def shown_words(page):
    """Return the `Shown` of the interview ``page``; a few statements."""
    load_links([page], *LINKS)
    people, askers, topics = page.interviewees, page.interviewers, page.topics
    speakers = [one for one in [*people, *askers] if one.locale_id == page.locale_id]
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
    return Passage(
        "\n".join(map(answer, block.value["answers"])), block.value["question"], f"q-{block.id}"
    )


def answer(value):
    speaker, text = value["speaker"], value["text"]
    name = f"{speaker.name}. " if speaker else ""
    return name + plain(text.source if text else "")


def about(person):
    return ". ".join(filter(None, [person.role, person.biography]))
