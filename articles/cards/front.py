"""The interviews of all blocks of a front page, looked up together."""

from articles.cards.announced import card, lead, lead_in_head, made_of
from articles.catalogue.everything import catalogue
from articles.interview_page import InterviewPage


class FrontInterviews:
    """What the blocks of ``body`` may show of interviews, by their keys.

    As many statements for many blocks as for few.
    """

    def __init__(self, body):
        chosen = [page for block in body for page in chosen_in(block) if page]
        readable = InterviewPage.objects.chosen(chosen)
        self.readable = {page.translation_key: page.pk for page in readable}
        # The lead may be the newest; a block of the latest leaves out what stands above it.
        most = 1 + sum(block.value["count"] for block in body if block.block_type == "latest")
        self.newest = catalogue().newest(most + len(readable))
        self.made = made_of(
            [*self.leads(body), *map(card, {*self.readable.values(), *self.newest})]
        )

    def leads(self, body):
        for block in body:
            if block.block_type == "lead":
                for one in (self.chosen(chosen_in(block)) or self.newest)[:1]:
                    yield from (lead_in_head(one), lead(one))

    def chosen(self, pages):
        keys = dict.fromkeys(page.translation_key for page in pages if page)
        return [self.readable[key] for key in keys if key in self.readable]

    def latest(self, count, shown):
        return [key for key in self.newest if key not in shown][:count]


def chosen_in(block):
    """Return what an editor chose in ``block``, whether readers may see it or not."""
    if block.block_type == "lead":
        return [block.value["interview"]]
    return block.value["interviews"] if block.block_type == "selection" else []
