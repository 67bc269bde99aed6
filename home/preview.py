"""What a setting changes on a page, before it is saved."""

from django.utils.translation import override


def shown(page, request):
    """Return the answer with ``page`` in its own language.

    Wagtail has put the unsaved setting on ``request``, where `Setting.load(request)` finds it.
    """
    with override(page.locale.language_code):
        # Rendered here: afterwards the language would be that of the CMS.
        return page.serve_preview(request, page.default_preview_mode).render()
