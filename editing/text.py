"""The text of a revision: what a review is about, without what only surrounds it."""

import hashlib
import json
import re

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import COMMENTS_RELATION_NAME, Page, Revision

# Of what every page has, only this is text. Dates of publication and comments are not: who
# sets a date or leaves a comment has not written anything.
SHARED = {"title", "slug", "seo_title", "search_description", "show_in_menus"}
AROUND = {field.name for field in Page._meta.fields} - SHARED | {COMMENTS_RELATION_NAME}
# What the editor numbers anew when it saves without a change.
NUMBERS = {"pk", "sort_order"}
# Nothing but such a number, and only within a tag: plain fields may hold the same letters.
BLOCK_KEY = re.compile(r'(<[a-z][a-z0-9]*) data-block-key=\\*"[a-z0-9]{1,5}\\*"')
# One reads back until the text differs; who only saved or commented so often is a rarity.
BACK = 100


def fingerprint(content):
    """Return a short string that is the same for two revisions' ``content`` of the same text."""
    text = without_numbers({key: value for key, value in content.items() if key not in AROUND})
    text = BLOCK_KEY.sub(r"\1", json.dumps(text, sort_keys=True, cls=DjangoJSONEncoder))
    return hashlib.sha256(text.encode()).hexdigest()


def without_numbers(value):
    if isinstance(value, dict):
        return {key: without_numbers(v) for key, v in value.items() if key not in NUMBERS}
    if isinstance(value, list):
        return [without_numbers(one) for one in value]
    return value


def author_of(revision):
    """Return who made the last change of the text that ``revision`` holds, or None.

    Who saves without changing a word, for example to submit or to comment, is not its author.
    """
    author, text = revision.user, fingerprint(revision.content)
    earlier = (
        Revision.objects.filter(
            base_content_type_id=revision.base_content_type_id, object_id=revision.object_id
        )
        .exclude(pk=revision.pk)
        .filter(created_at__lte=revision.created_at)
        .select_related("user")
        .order_by("-created_at", "-pk")[:BACK]
    )
    for one in earlier.iterator(chunk_size=2):
        if fingerprint(one.content) != text:
            break
        author = one.user
    return author
