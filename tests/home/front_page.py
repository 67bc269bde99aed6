"""The front page as editors compose it."""

from home.models import HomePage


def compose(*blocks, language="fr"):
    """Publish the front page with ``blocks``, pairs of type and value."""
    home = HomePage.objects.get(locale__language_code=language)
    raw = [{"type": kind, "value": value} for kind, value in blocks]
    home.body = HomePage._meta.get_field("body").stream_block.to_python(raw)
    home.save_revision().publish()
    return home
