"""Write rows as an XLSX file."""

import re
from datetime import datetime

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

# What XML forbids (XML 1.0, 2.2): openpyxl's own pattern lacks the last two.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LONGEST_CELL = 32_767  # characters, as Excel counts: units of UTF-16


def write_workbook(sheet, requests, output):
    """Write the requests into the open file ``output``, row by row."""
    workbook = Workbook(write_only=True)
    worksheet = workbook.create_sheet(_("Quote requests"))
    worksheet.freeze_panes = "B2"
    worksheet.append(cell(worksheet, heading) for heading in sheet.headings)
    for request in requests:
        worksheet.append(cell(worksheet, value) for value in sheet.row(request))
    workbook.save(output)


def cell(worksheet, value):
    if not value:
        return None  # a cell that is not written takes no time
    if isinstance(value, datetime):
        made = WriteOnlyCell(worksheet, value)
        made.number_format = "yyyy-mm-dd hh:mm"
        return made
    made = WriteOnlyCell(worksheet, cut(FORBIDDEN.sub("", value)))
    made.data_type = "s"  # whatever it looks like: never a formula, never an error
    return made


def cut(text):
    units = text.encode("utf-16-le", "replace")
    if len(units) <= 2 * LONGEST_CELL:
        return text
    note = " " + _("[cut: too long for a cell]")
    return units[: 2 * (LONGEST_CELL - len(note))].decode("utf-16-le", "ignore") + note
