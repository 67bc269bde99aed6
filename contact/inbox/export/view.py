"""The list as a file: CSV while it is read, XLSX by way of a temporary file."""

import csv
import io
import tempfile

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import FileResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from contact.inbox.export.cells import as_csv
from contact.inbox.export.sheet import Sheet
from contact.inbox.export.workbook import write_workbook

CHUNK = 1_000  # rows read from the database at a time
LINES = 100  # sent at a time
# Nothing of an XLSX file can be sent before all of it is made: some 20 seconds for these.
MOST_XLSX_ROWS = 50_000
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ExportMixin:
    """For Wagtail's IndexView: exports what the list shows, in its filters, search and order."""

    def get(self, request, *args, **kwargs):
        if not self.is_export:
            return super().get(request, *args, **kwargs)
        if not self.show_export_buttons:
            raise PermissionDenied
        queryset, file_format = self.get_queryset(), request.GET["export"]
        if file_format == self.FORMAT_XLSX and queryset[MOST_XLSX_ROWS:].exists():
            text = _("An XLSX file holds at most 50,000 requests: filter the list, or take CSV.")
            messages.error(request, text)
            return redirect(self.list_url())
        entry = log(
            request.user,
            "contact.export",
            user=request.user,
            data={"format": file_format, "filters": self.used_filters()},
        )
        return self.as_spreadsheet(counted(queryset, entry), file_format)

    @cached_property
    def show_export_buttons(self):
        return self.user_has_permission("export")

    def list_url(self):
        """Return the address of the list that was to be exported."""
        params = self.request.GET.copy()
        del params["export"]
        return f"{self.request.path}?{params.urlencode()}"

    def get_filename(self):
        return _("quote-requests-%(day)s") % {"day": timezone.localdate().isoformat()}

    def used_filters(self):
        """Return the filters with what was chosen; of what was typed only that it was."""
        used = {"q": []} if self.is_searching else {}
        if self.is_filtering:
            form = self.filters.form
            for name in form.changed_data:
                chosen = isinstance(form.fields[name], forms.ChoiceField | forms.ModelChoiceField)
                used[name] = form.data.getlist(name) if chosen else []
        return used

    def stream_csv(self, requests):
        """Return the pieces of the file: they are made when the view and its language are left."""
        delimiter = ";" if get_language() == "fr" else ","
        return csv_pieces(Sheet(), requests, delimiter)

    def write_xlsx_response(self, requests):
        output = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
        write_workbook(Sheet(), requests, output)
        output.seek(0)
        name = f"{self.get_filename()}.xlsx"
        return FileResponse(output, as_attachment=True, content_type=XLSX_TYPE, filename=name)


def counted(queryset, entry):
    """Yield the requests, a few of them in memory at a time; note in the log how many they were."""
    requests = (
        queryset.prefetch_related(None)
        .select_related("assignee", "callback_consent")
        .defer(None)
        .defer("form_data", "search_text")
    )
    number = 0
    try:
        for request in requests.iterator(chunk_size=CHUNK):
            number += 1
            yield request
    finally:
        data = entry.data | {"count": number}
        ModelLogEntry.objects.filter(pk=entry.pk).update(data=data)


def csv_pieces(sheet, requests, delimiter):
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)

    def piece():
        text = buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
        return text.encode(errors="replace")

    buffer.write("\N{ZERO WIDTH NO-BREAK SPACE}")  # by it Excel knows that this is UTF-8
    writer.writerow(map(as_csv, sheet.headings))
    yield piece()
    for number, request in enumerate(requests, 1):
        writer.writerow(map(as_csv, sheet.row(request)))
        if number % LINES == 0:
            yield piece()
    yield piece()
