"""The blocks of which editors compose the front page."""

from wagtail import blocks

from cyberworkers.blocks import ParagraphBlock
from cyberworkers.slots import modules


class FrontPageBody(blocks.StreamBlock):
    """What the installed apps offer in their modules `front_page`, and text.

    Their ``BLOCKS`` say under each name which block and how many of it at most.
    """

    def __init__(self, **kwargs):
        offered = {}
        for module in modules("front_page"):
            offered |= module.BLOCKS
        super().__init__(
            [*((name, block) for name, (block, _most) in offered.items()), *TEXT],
            block_counts={name: {"max_num": most} for name, (_block, most) in offered.items()},
            **kwargs,
        )


TEXT = [("paragraph", ParagraphBlock())]
