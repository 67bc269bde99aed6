"""Writing to the index: each object with all that belongs to it, in one transaction."""

import unicodedata

from django.db import transaction
from django.utils.translation import override

from search.index.beginnings import beginnings_of
from search.index.kinds import kind_of
from search.index.models import Document, Posting, Stale, Term, Word
from search.index.places import pack
from search.index.reading import impact, parts_of, spelt, terms_of

AT_ONCE = 50  # objects
ROWS = 2_000
WRITTEN = ["model", "language", "title", "day", "marks", "parts", "questions"]


def enter(things):
    """Enter ``things``, objects of one model, in place of what is there of them."""
    for start in range(0, len(things), AT_ONCE):
        with transaction.atomic(savepoint=False):
            enter_some(things[start : start + AT_ONCE])


def enter_some(things):
    """Enter them. Of two who enter the same object at once, the second waits at its document, in
    the order of the keys, and takes away what the first has written.
    """
    kind = kind_of(type(things[0]))
    things = sorted(things, key=lambda thing: thing.pk)
    documents = [document for thing in things if (document := document_of(thing, kind))]
    shown = {document.key for document in documents}
    remove(kind.model, [thing.pk for thing in things if thing.pk not in shown])
    contents = [postings_of(document) for document in documents]
    Document.objects.bulk_create(
        documents, update_conflicts=True, unique_fields=["root", "key"], update_fields=WRITTEN
    )
    raw_delete(Posting.objects.filter(document__in=[document.pk for document in documents]))
    Posting.objects.bulk_create(rows(documents, contents), batch_size=ROWS)
    enter_words(documents)


def document_of(thing, kind):
    """Return the `Document` of ``thing``, or None where readers see nothing of it."""
    language = thing.locale.language_code
    with override(language):
        shown = kind.shown(thing)
    if shown is None:
        return None
    parts = [[clean(text) for text in part] for part in parts_of(shown)]
    return Document(
        root=kind.model._meta.label_lower,
        key=thing.pk,
        model=thing._meta.label_lower,
        language=language,
        title=clean(shown.title),
        day=shown.day,
        marks=[list(mark) for mark in shown.marks],
        parts=parts,
        questions={n: part[1:] for n, part in enumerate(parts) if part[2]},
    )


def clean(text):
    """Return ``text`` composed, as it is compared and marked, without what PostgreSQL refuses."""
    return unicodedata.normalize("NFC", str(text)).replace("\x00", "")


def postings_of(document):
    """Return {stem: (impact, places)} of ``document``; marks and beginnings are among the stems."""
    terms = terms_of(document.parts, document.language)
    length = sum(map(len, terms.values()))
    found = {stem: (impact(places, length), pack(places)) for stem, places in terms.items()}
    age = document.day.toordinal() if document.day else 0
    kind = ["kind", document.model, ""]
    marks = {f"{name}:{value}": (age, b"") for name, value, _ in [kind, *document.marks]}
    return found | marks | beginnings_of(document)


def rows(documents, contents):
    """Return the `Posting`s of ``documents``, by the numbers of their terms."""
    numbers = {}
    for language in {document.language for document in documents}:
        stems = sorted(
            {
                stem
                for document, content in zip(documents, contents, strict=True)
                if document.language == language
                for stem in content
            }
        )
        numbers |= {(language, stem): key for stem, key in numbers_of(language, stems)}
    return [
        Posting(
            document=document,
            term_id=numbers[document.language, stem],
            impact=weight,
            places=places,
        )
        for document, content in zip(documents, contents, strict=True)
        for stem, (weight, places) in content.items()
    ]


def numbers_of(language, stems):
    """Yield (stem, number) of ``stems``; those that are new get one.

    They are sorted, so that of two who enter the same new ones, one waits for the other.
    """
    known = dict(found(language, stems))
    new = [Term(language=language, stem=stem) for stem in stems if stem not in known]
    if new:
        # What another has entered meanwhile is there: the update changes nothing, and says its key.
        about = {"unique_fields": ["language", "stem"], "update_fields": ["stem"]}
        Term.objects.bulk_create(new, update_conflicts=True, **about)
        known |= {one.stem: one.pk for one in new}
    return known.items()


def found(language, stems):
    for start in range(0, len(stems), 500):
        some = Term.objects.filter(language=language, stem__in=stems[start : start + 500])
        yield from some.values_list("stem", "pk")


def enter_words(documents):
    words = {}
    for document in documents:
        for form, shown in spelt(document.parts, document.language).items():
            words.setdefault((document.language, form), shown[:80])
    new = [Word(language=lang, form=form, shown=words[lang, form]) for lang, form in sorted(words)]
    Word.objects.bulk_create(new, ignore_conflicts=True)


def remove(model, keys):
    """Take the objects ``keys`` of ``model``, that of a `Kind`, out of the index."""
    if not keys:
        return
    about = {"root": model._meta.label_lower, "key__in": keys}
    documents = Document.objects.filter(**about)
    raw_delete(Posting.objects.filter(document__in=documents))
    raw_delete(documents)


def empty():
    """Take everything out."""
    for model in (Posting, Document, Term, Word, Stale):
        raw_delete(model.objects.all())


def raw_delete(rows):
    """Delete ``rows``, of which nobody is told: Django would load each of thousands for that."""
    rows._raw_delete(rows.db)
