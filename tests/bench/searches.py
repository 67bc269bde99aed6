"""How long the site takes to find, whatever it holds: searches of many kinds, each asked alone."""

import random
import statistics

COMMON, RARE = 1, 3_000  # places of the invented words, by how often they occur
SHARES = "median", "95th percentile"


def paths(sizes=(15, 15, 10, 10, 10)):
    """Return the addresses of searches, the same ones at any size of the site: for words, for two
    words of a question, for questions, for misspelt words and for words from common to rare.

    Runs in the process that is measured.
    """
    from urllib.parse import urlencode

    from tests.bench.magazine import words

    chosen = random.Random(16)  # noqa: S311 - plausible, not secret
    questions = sorted({question for question, _answers in words.passages("fr")[0]})
    texts = [[word for word in text.split() if len(word) > 4] for text in questions]
    texts = [text for text in texts if len(text) > 1]
    invented, _shares = words.vocabulary()
    alone, pairs, whole, wrong, made = sizes
    asked = [chosen.choice(chosen.choice(texts)) for _ in range(alone)]
    asked += [" ".join(chosen.sample(chosen.choice(texts), 2)) for _ in range(pairs)]
    asked += chosen.sample(questions, whole)
    asked += [misspelt(chosen.choice(chosen.choice(texts)), chosen) for _ in range(wrong)]
    step = (RARE / COMMON) ** (1 / (made - 1))
    asked += [invented[round(COMMON * step**place) - 1] for place in range(made)]
    return [f"/recherche/?{urlencode({'q': query})}" for query in asked]


def misspelt(word, chosen):
    """Return ``word`` with two neighbouring letters, not the first, in each other's place."""
    place = chosen.randrange(1, len(word) - 1)
    return f"{word[:place]}{word[place + 1]}{word[place]}{word[place + 2 :]}"


def index():
    """Return how large the index is, and the seconds that it takes to make it anew."""
    import time

    from django.core.management import call_command

    from search.index.models import Document, Posting, Word
    from tests.search.table.size import size

    start = time.process_time()
    call_command("update_index", backend_name="readers", verbosity=0)
    return {
        "documents": Document.objects.count(),
        "postings": Posting.objects.count(),
        "words": Word.objects.count(),
        "bytes": size(),
        "seconds": time.process_time() - start,
    }


def measured(uncached, rounds):
    """Return the median and the 95th percentile of CPU milliseconds and of SQL milliseconds over
    all searches (of each, the least of ``rounds``), the most statements, and what `index` returns.
    """
    asked = uncached.ask("run", name="tests.bench.searches:paths")
    found = [uncached.ask("get", path=path, times=rounds) for path in asked]
    figures = {"queries": max(one["queries"] for one in found)}
    for figure in ("cpu", "sql"):
        values = [one[figure] for one in found]
        values_at = statistics.median(values), statistics.quantiles(values, n=20)[-1]
        figures[figure] = dict(zip(SHARES, values_at, strict=True))
    return figures | uncached.ask("run", name="tests.bench.searches:index")
