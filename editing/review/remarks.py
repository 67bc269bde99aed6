"""What is still open on a text: comments that nobody resolved."""

from wagtail.models import Comment, Revision


def open_comments():
    return Comment.objects.filter(resolved_at=None)


def in_sight(comments):
    """Return those of ``comments`` whose place is still in the text, with one more query.

    Wagtail keeps a comment whose block was removed, and shows it nowhere.
    """
    pages = {comment.page.latest_revision_id for comment in comments}
    contents = dict(Revision.objects.filter(pk__in=pages).values_list("pk", "content"))
    return [
        comment
        for comment in comments
        if has_place(comment, contents.get(comment.page.latest_revision_id))
    ]


def has_place(comment, content):
    """Return whether the blocks that the path of ``comment`` names are in a revision's content.

    The names of fields in the path are short; the numbers of blocks have 36 characters.
    """
    field, *blocks = comment.contentpath.split(".")
    text = str((content or {}).get(field, ""))
    return content is None or all(block in text for block in blocks if len(block) == 36)
