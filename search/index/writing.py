"""Writing to the index: each object with all that belongs to it, in one transaction."""

import unicodedata

from django.db import transaction
from django.utils.translation import override

from search.index.kinds import kind_of
from search.index.models import Document, Posting, Stale, Term, Word
from search.index.places import pack
from search.index.reading import impact, parts_of, spelt, terms_of

AT_ONCE = 50  # objects
ROWS = 2_000


def enter(things):
    """Enter ``things``, objects of one model, in place of what is there of them."""
    for start in range(0, len(things), AT_ONCE):
        with transaction.atomic():
            enter_some(things[start : start + AT_ONCE])


def enter_some(things):
    kind = kind_of(type(things[0]))
    remove(kind.model, [thing.pk for thing in things])
    documents = [document for thing in things if (document := document_of(thing, kind))]
    contents = [postings_of(document) for document in documents]
    Document.objects.bulk_create(documents)
    Posting.objects.bulk_create(rows(documents, contents), batch_size=ROWS)
    enter_words(documents)


def document_of(thing, kind):
    """Return the `Document` of ``thing``, or None where readers see nothing of it."""
    language = thing.locale.language_code
    with override(language):
        shown = kind.shown(thing)
    return shown and Document(
        root=kind.model._meta.label_lower,
        key=thing.pk,
        model=thing._meta.label_lower,
        language=language,
        title=clean(shown.title),
        day=shown.day,
        marks=[list(mark) for mark in shown.marks],
        parts=[[clean(text) for text in part] for part in parts_of(shown)],
    )


def clean(text):
    """Return ``text`` composed, as it is compared and marked, without what PostgreSQL refuses."""
    return unicodedata.normalize("NFC", str(text)).replace("\x00", "")


def postings_of(document):
    """Return {stem: (impact, places)} of ``document``, its marks among the stems."""
    terms = terms_of(document.parts, document.language)
    length = sum(map(len, terms.values()))
    found = {stem: (impact(places, length), pack(places)) for stem, places in terms.items()}
    age = document.day.toordinal() if document.day else 0
    kind = ["kind", document.model, ""]
    return found | {f"{name}:{value}": (age, b"") for name, value, _ in [kind, *document.marks]}


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
        Term.objects.bulk_create(new, ignore_conflicts=True)
        known |= dict(found(language, [one.stem for one in new]))
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
    """Take the objects ``keys`` of ``model``, that of a `Kind`, out of the index.

    Raw: Django would load each posting, to tell of its deletion those who follow no posting.
    """
    about = {"root": model._meta.label_lower, "key__in": keys}
    for rows in (Posting.objects.filter(document__in=Document.objects.filter(**about)),):
        rows._raw_delete(rows.db)
    Document.objects.filter(**about)._raw_delete("default")
    Stale.objects.filter(**about).delete()


def empty():
    """Take everything out."""
    for model in (Posting, Document, Term, Word, Stale):
        model.objects.all()._raw_delete("default")
