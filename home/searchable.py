"""What changes the text of pages without a change of these: who publishes the site."""

from home.legal.identity import LegalIdentity


def filled_pages(identity):
    return [page.pk for page in identity.filled_pages()]


KINDS = []
FOLLOWED = {LegalIdentity: filled_pages}
