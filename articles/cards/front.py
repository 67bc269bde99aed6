"""The interviews of all blocks of a front page, looked up together."""

from articles.cards.shown import load_cards


class FrontInterviews:
    """What the blocks of ``body`` may show of ``interviews``, the manager of them all.

    As many statements for many blocks as for few.
    """

    def __init__(self, body, interviews):
        chosen = [page for block in body for page in chosen_in(block) if page]
        readable = interviews.chosen(chosen)
        # The lead may be the newest; a block of the latest leaves out what stands above it.
        most = 1 + sum(block.value["count"] for block in body if block.block_type == "latest")
        self.newest = list(interviews.newest()[: most + len(readable)])
        load_cards([*readable, *self.newest])
        self.readable = {page.translation_key: page for page in readable}

    def chosen(self, pages):
        keys = dict.fromkeys(page.translation_key for page in pages if page)
        return [self.readable[key] for key in keys if key in self.readable]

    def latest(self, count, shown):
        return [page for page in self.newest if page.pk not in shown][:count]


def chosen_in(block):
    """Return what an editor chose in ``block``, whether readers may see it or not."""
    if block.block_type == "lead":
        return [block.value["interview"]]
    return block.value["interviews"] if block.block_type == "selection" else []
