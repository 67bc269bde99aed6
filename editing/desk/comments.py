"""What others say about this person's texts, as long as it is open."""

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.models import CommentReply

from editing.dates import since
from editing.desk.panel import ListPanel, Row, language, may
from editing.names import name
from editing.review.remarks import in_sight, open_comments

LOOKED_AT = 24  # comments; some of them stand nowhere any more
LONGEST = 300  # characters of a comment; the editor has all of it


class CommentsPanel(ListPanel):
    """Comments by others on this person's texts, and this person's that others answered."""

    name = "open-comments"
    heading = gettext_lazy("Comments on my texts")
    empty = gettext_lazy("No comment on your texts is open.")
    icon = "comment"
    order = 35
    guide = "faire-relire"

    def concerns(self):
        """Who writes reads that there is nothing; others see the list when there is something."""
        if not user_has_any_page_permission(self.user):
            return False
        return may(self.user, "add") or bool(self.comments)

    @cached_property
    def comments(self):
        by_others = Q(page__owner=self.user) & ~Q(user=self.user)
        comments = (
            open_comments()
            .filter(by_others | answered_by_others(self.user))
            .select_related("page__locale", "user")
            .order_by("-updated_at", "-pk")
        )
        return in_sight(comments[:LOOKED_AT])

    def rows(self):
        return [self.row(comment) for comment in self.comments[: self.limit + 1]]

    def row(self, comment):
        mine = comment.user_id == self.user.pk
        return Row(
            title=comment.page.get_admin_display_title(),
            url=reverse("wagtailadmin_pages:edit", args=[comment.page_id])
            + f"?comment={comment.pk}",
            language=language(comment.page),
            state=_("Your comment was answered")
            if mine
            else _("Comment by %(person)s") % {"person": name(comment.user)},
            notes=[since(comment.updated_at)],
            comment=Truncator(comment.text).chars(LONGEST),
        )


def answered_by_others(user):
    replies = CommentReply.objects.filter(comment=OuterRef("pk")).exclude(user=user)
    return Q(Exists(replies), user=user)
