"""What a person sees after a form was sent: fetched when a test looks at it, and only then.

The list of pages, to which most forms lead, takes longer than what is done there.
"""

from functools import cached_property


def post(client, address, data, **more):
    """Return the answer to the form; where it leads on, what is seen then, in its place."""
    answer = client.post(address, data, **more)
    return Seen(client, answer) if 300 < answer.status_code < 309 else answer


class Seen:
    """A response as ``client.post(…, follow=True)`` returns, asked for at its first use."""

    def __init__(self, client, answer):
        self.client, self.answer = client, answer

    def __getattr__(self, name):
        return getattr(self.page, name)

    @cached_property
    def page(self):
        page = self.client.get(self.answer.url, follow=True)
        page.redirect_chain.insert(0, (self.answer.url, self.answer.status_code))
        return page
