"""What an interviewee reads and agrees to: the text of an interview, and its passages."""

import hashlib
import json
import re

from django.utils.text import Truncator

# Blocks on which one can comment: those that hold words or pictures of this interview.
PASSAGES = {"exchange", "paragraph", "pull_quote", "figure", "key_figures", "editors_note"}
QUOTE = 160
# The editor's form numbers the paragraphs of rich text; readers do not see it.
BLOCK_KEY = re.compile(r'(<[a-z][a-z0-9]*) data-block-key="[a-z0-9]{1,5}"')


def content_of(page):
    """Return the latest content of ``page`` in the form in which revisions keep it."""
    return page.latest_revision.content if page.latest_revision_id else page.serializable_data()


def text_digest(content):
    """Return a digest of what readers see of ``content``, a revision's content.

    Saving without a change keeps it; a change of title, standfirst, main image or body does not.
    """
    seen = {name: content.get(name) for name in ("title", "standfirst", "hero_image", "hero_alt")}
    seen["body"] = json.loads(content.get("body") or "[]")
    text = json.dumps(plain(seen), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def plain(value):
    """Return ``value`` without what readers do not see: block numbers, empty values."""
    if isinstance(value, dict):
        if value.keys() == {"type", "value", "id"}:
            value = {"type": value["type"], "value": value["value"]}
        return {key: plain(item) for key, item in value.items() if item not in (None, "", [], {})}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return BLOCK_KEY.sub(r"\1", value) if isinstance(value, str) else value


def passages(page):
    """Return ``{block id: quote}`` for the passages of ``page`` in their order."""
    return {
        block.id: quote(block) for block in page.body if block.id and block.block_type in PASSAGES
    }


def quote(block):
    """Return the beginning of the text of ``block``, to recognise it by."""
    words = " – ".join(block.block.get_searchable_content(block.value))
    return Truncator(" ".join(words.split())).chars(QUOTE) or str(block.block.label)
