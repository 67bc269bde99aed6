"""The cells of a CSV file, which cannot say what is a text."""

import re
from datetime import datetime

MONTH = (
    "janv?(ier|uary)?|f[ée]v(r(ier)?)?|feb(ruary)?|mar|mars|march|avr(il)?|apr(il)?|mai|may|june?|"
    "juin|juil(let)?|july?|ao[uû]t|aug(ust)?|sept?(embre|ember)?|oct(obre|ober)?|"
    "nov(embre|ember)?|d[ée]c(embre|ember)?"
)
FIGURES = r"[\d\s.,:/()+-]*"  # and what stands between those of numbers, times and dates
LIKE_NUMBER = re.compile(
    rf"(?=.*\d){FIGURES}(e[\d\s+-]+|[ap]m?|({MONTH})\.?{FIGURES})?", re.IGNORECASE
)


def as_csv(value):
    """Return a cell that spreadsheet programs show as it was written: a text stays one.

    They take what begins with a sign for a formula, take the zeros off “06 12”, round what has
    more than eleven digits and make dates of “03/04” and “3 mars”. A CSV file cannot say which
    cells are texts, so these begin with the sign that does in the programs themselves.
    """
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    # The full-width signs are folded into the others by some of them.
    formula = value.startswith(tuple("=+-@\t\r\n＝＋－＠"))
    return f"'{value}" if formula or is_misread(value.strip()) else value


def is_misread(text):
    """Return whether a spreadsheet program would take ``text`` for a number, time or date that is
    written otherwise.
    """
    if text.isascii() and text.isdecimal():
        return len(text) > 11 or (text[0] == "0" and text != "0")
    return bool(LIKE_NUMBER.fullmatch(text))
