"""What is still open on a text: comments that nobody resolved, and what its page type adds."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
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


def what_is_open(page):
    """Return the sentence that counts what is open on ``page``; "" where nothing is.

    A page type says by `open_remarks` what others, who are not in the CMS, still ask for.
    """
    count = len(in_sight(open_comments().filter(page_id=page.pk).select_related("page")))
    comments = ngettext("%(count)d comment", "%(count)d comments", count) % {"count": count}
    phrases = [*filter(None, [count and comments, page.specific_deferred.open_remarks()])]
    return _("Still open: %(things)s.") % {"things": _(" and ").join(phrases)} if phrases else ""
