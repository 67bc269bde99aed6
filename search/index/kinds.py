"""What readers can find, as the apps name it in their modules `searchable`; and pages."""

from functools import cache

from cyberworkers.slots import modules
from search.index.pages import PAGES


@cache
def kinds():
    """Return the `Kind`s by the label of their model."""
    found = [PAGES, *(kind for module in modules("searchable") for kind in module.KINDS)]
    return {kind.model._meta.label_lower: kind for kind in found}


def kind_of(model):
    """Return the `Kind` to which the objects of ``model`` belong, or None."""
    return next((kind for kind in kinds().values() if issubclass(model, kind.model)), None)
