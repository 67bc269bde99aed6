"""What a paragraph begins with that is no word of it: a time, a number, a dash, a quoted mail."""

import re

TIME = re.compile(
    r"\s*[\[(]?\d{1,2}:\d\d(:\d\d)?([.,]\d{1,3})?"
    r"(\s*(-->|–|—|-)\s*\d{1,2}:\d\d(:\d\d)?([.,]\d{1,3})?)?[\])]?\s*[-–—]?\s*"
)
QUOTED = re.compile(r"(>\s?)+")
DASH = re.compile(r"[-–—]\s*(?=\w|«|\[)")
NUMBER = re.compile(
    r"(?:question\s+)?(?:n[°o]\s*)?(\d{1,2})\s*(?:[.)/]|[-–—:](?=\s))[-–—]?\s+", re.I
)


def strip(passages):
    """Take what ``passages`` begin with for marks of them: times and numbers where several have."""
    for passage in passages:
        if (found := QUOTED.match(passage.text)) and found.end() < len(passage.text):
            passage.quoted = True
            passage.skip(passage.start + found.end())
    strip_where_several(passages, TIME, "time")
    for passage in passages:
        if found := DASH.match(passage.text):
            passage.dash = True
            passage.skip(passage.start + found.end())
    strip_where_several(passages, NUMBER, "number")


def strip_where_several(passages, sign, what):
    found = [(one, match) for one in passages if (match := sign.match(one.text))]
    for passage, match in found if len(found) > 1 else []:
        if what == "number" and match.end() < len(passage.text):
            passage.item = match[1]
        elif what == "number":
            continue
        passage.skip(passage.start + match.end())


def strip_time(passage):
    """Take a time after a label for a mark as well."""
    if found := TIME.match(passage.text):
        passage.skip(passage.start + found.end())
