"""What a page must have before readers see it."""


def blocking(page):
    """Return the sentences that say what required items ``page`` still lacks."""
    return []
