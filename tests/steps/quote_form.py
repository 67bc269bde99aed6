"""The quote form as a visitor's browser fills and sends it."""

import re

from tests import factories


def token_in(answer):
    return re.search(r'name="form-token" value="([^"]+)"', answer.content.decode())[1]


def token(client, address="/devis/"):
    return token_in(client.get(address))


def post(client, address="/devis/", **changes):
    values = {"form-token": token(client, address), **factories.REQUEST, **changes}
    return client.post(address, {name: v for name, v in values.items() if v is not None})
