"""What an object says to the searches of the CMS, by the search fields of its model."""

from functools import cache

from wagtail.search.index import AutocompleteField, RelatedFields, SearchField, class_is_indexed

from cyberworkers.language.forgiving import searched, stems_of
from search.cms.models import Listed

LONGEST_TITLE, LONGEST = 1_000, 200_000  # characters


@cache
def root_of(model):
    """Return the model of which the objects of ``model`` are rows, too, and listed with others."""
    return next((one for one in model._meta.get_parent_list() if class_is_indexed(one)), model)


def label_of(model):
    return root_of(model)._meta.label_lower


def listed(thing):
    """Return the `Listed` of ``thing``, whose links are stored."""
    fields = type(thing).get_search_fields()
    title = "\n".join(values(thing, fields, AutocompleteField))[:LONGEST_TITLE]
    text = "\n".join(values(thing, fields, SearchField))[:LONGEST]
    draft = clean(getattr(thing, "draft_title", ""))[:LONGEST_TITLE]
    return Listed(
        root=label_of(type(thing)),
        key=thing.pk,
        title=title,
        title_words=searched(title),
        draft=draft,
        draft_words=searched(draft),
        text=f" {' '.join(stems_of(text))} ",
    )


def values(thing, fields, kind):
    """Yield the texts of the ``fields`` of ``kind``, also those of what ``thing`` is tied to."""
    for field in fields:
        if isinstance(field, RelatedFields):
            value = field.get_value(thing)
            tied = value.all() if hasattr(value, "all") else [value] if value else []
            for one in tied:
                yield from values(one, field.fields, kind)
        elif type(field) is kind:
            yield clean(as_text(field.get_value(thing)))


def as_text(value):
    if isinstance(value, list | tuple | set):
        return "\n".join(as_text(one) for one in value)
    return "" if value is None else str(value)


def clean(text):
    """Return ``text`` without what PostgreSQL refuses."""
    return text.replace("\x00", "")
