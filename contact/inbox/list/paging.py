"""Pages of a list that may have a million rows: they are neither counted nor all reached."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.paginator import WagtailPaginator

from contact.inbox.list.counts import count_up_to


class CappedPaginator(WagtailPaginator):
    """Counts to ``most`` and has no page beyond: who looks further narrows the list down."""

    most = 10_000

    @cached_property
    def counted(self):
        return count_up_to(self.object_list, self.most + 1)

    @cached_property
    def count(self):
        return min(self.counted, self.most)

    @property
    def has_more(self):
        return self.counted > self.most

    @cached_property
    def items_count_label(self):
        if self.has_more:
            return _("More than 10,000: narrow the list down.")
        return super().items_count_label
