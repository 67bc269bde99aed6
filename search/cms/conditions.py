"""What is asked of the database: which rows hold the words that are looked for, and how well."""

from functools import reduce
from operator import add, and_, or_

from django.db.models import Case, F, IntegerField, OuterRef, Q, Subquery, Value, When

from search.cms.models import Listed
from search.cms.texts import label_of

SCORE = "search_score"
MOST = 10_000  # results
WHOLE, BEGUN, IN_DRAFT, IN_TEXT, TOGETHER = 6, 4, 3, 1, 5


def rows_of(queryset):
    """Return the `Listed` rows of what ``queryset`` holds."""
    keys = queryset.order_by().values("pk")
    return Listed.objects.filter(root=label_of(queryset.model), key__in=keys)


def found_in(queryset, words, by_relevance):
    """Return {key: score} of what of ``queryset`` holds all of the `Wanted` ``words``: the best and
    newest first, or as ``queryset`` is ordered.
    """
    rows = Listed.objects.filter(root=label_of(queryset.model))
    keys = rows.filter(reduce(and_, map(holds, words))).values("key")
    score = rows.filter(key=OuterRef("pk")).annotate(score=score_of(words)).values("score")
    scored = Subquery(score, output_field=IntegerField())
    found = queryset.filter(pk__in=keys).annotate(**{SCORE: scored})
    if by_relevance:
        found = found.order_by(F(SCORE).desc(), "-pk")
    elif not found.query.order_by:
        found = found.order_by("-pk")
    return dict(found.values_list("pk", SCORE)[:MOST])


def holds(word):
    """Return the condition that a row holds the `Wanted` ``word``: in a title, begun is enough."""
    return in_title(word) | in_words("draft_words", word) | in_stems("text", word)


def in_title(word):
    return in_words("title_words", word)


def in_words(field, word):
    return Q(**{f"{field}__contains": f" {word.form}"}) | in_stems(field, word)


def in_stems(field, word):
    return reduce(or_, (Q(**{f"{field}__contains": f" {one} "}) for one in word.stems))


def score_of(words):
    """Return how well a row answers ``words``: whole in its title and together is best."""
    scores = [score_of_one(word) for word in words]
    if len(words) > 1:
        phrase = f" {' '.join(word.form for word in words)}"
        scores.append(
            Case(When(title_words__contains=phrase, then=Value(TOGETHER)), default=Value(0))
        )
    return reduce(add, scores)


def score_of_one(word):
    return Case(
        When(title_words__contains=f" {word.form} ", then=Value(WHOLE)),
        When(in_title(word), then=Value(BEGUN)),
        When(in_words("draft_words", word), then=Value(IN_DRAFT)),
        default=Value(IN_TEXT),
    )
