"""Whatever changes, both web processes answer at once what a rendering without them answers."""

import os
import random
import re

import pytest
from django.core.cache import cache

from articles.models import InterviewPage
from cyberworkers.store import generation, kept
from tests import factories
from tests.steps.changes import NOT_SEEN, SEEN
from tests.steps.web_process import Server

pytestmark = pytest.mark.django_db

LISTS = [
    "/",
    "/en/",
    "/entretiens/",
    "/en/interviews/",
    "/entretiens/?page=2",
    "/entretiens/?year=2026",
    "/entretiens/sujet/fibre/",
    "/entretiens/personne/helene-marchetti/",
    "/entretiens/flux/",
    "/sitemap.xml",
    "/sitemap-0.xml",
    "/mentions-legales/",
    "/accessibilite/",
]
# How many changes are made after one of each kind; `CHANGES=500` for a long sequence.
CHANGES = int(os.environ.get("CHANGES", "0"))
SEED = int(os.environ.get("SEED", "1"))
# A feed without any publication says when it was made; the form's token is never the same.
MOVING = re.compile(rb"<updated>[^<]*</updated>")


class Uncached(Server):
    """Django alone, which remembers nothing of what it answered before."""

    def __init__(self):
        super().__init__(limit=0)

    def get(self, address, **headers):
        kept.values_of("nothing")
        cache.clear()
        return super().get(address, **headers)


@pytest.fixture
def processes(site):
    picture = factories.image("Le pylône")
    first = factories.interview(
        "Le premier", slug="le-premier", hero_image=picture, hero_alt="Un pylône"
    )
    for number in range(13):
        body = factories.rich_body(1, first) if number % 6 == 0 else None
        factories.interview(f"Entretien {number}", slug=f"entretien-{number}", body=body)
    factories.interview("In English", slug="in-english", language="en")
    return Server(), Server()


def addresses(chance):
    pages = list(InterviewPage.objects.order_by("-pk"))
    newest, others = pages[:1], pages[1:]
    chosen = newest + chance.sample(others, 2)
    return [*chance.sample(LISTS, 5), *filter(None, (page.url for page in chosen))]


def fill(processes):
    for address in [*LISTS, "/entretiens/le-premier/"]:
        for process in processes:
            assert process.get(address)["status"] == 200, address


def compare(processes, chance, change):
    """Fail where a process answers something else than a rendering without the store."""
    for address in addresses(chance):
        truth = Uncached().get(address)
        for process in processes:
            answer = process.get(address)
            same = answer["status"] == truth["status"] and MOVING.sub(
                b"", answer["body"]
            ) == MOVING.sub(b"", truth["body"])
            assert same, f"{address} after {change.__name__} (seed {SEED})"


def test_is_right_at_once_after_each_kind_and_any_order(processes):
    chance = random.Random(SEED)
    kinds = SEEN + NOT_SEEN
    fill(processes)
    for change in chance.sample(kinds, len(kinds)) + chance.choices(kinds, k=CHANGES):
        before = generation.current()
        change(chance)
        if change in NOT_SEEN:
            assert generation.current() == before, f"{change.__name__} (seed {SEED})"
        compare(processes, chance, change)


def test_stays_ready_after_what_nobody_sees(processes):
    chance = random.Random(SEED)
    fill(processes)
    asked = [process.asked for process in processes]
    for change in NOT_SEEN:
        change(chance)
        fill(processes)
        assert [
            process.asked - before for process, before in zip(processes, asked, strict=True)
        ] == [
            0,
            0,
        ], change.__name__
