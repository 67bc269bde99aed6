"""Shows in the list which requests have a mail that failed."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column


class FailedMailColumn(Column):
    """For a list made by `contact.mails.with_failed_mail`."""

    cell_template_name = "contact/request/failed_mail_cell.html"

    def __init__(self):
        super().__init__("mail_failed", label=_("Mails"))
