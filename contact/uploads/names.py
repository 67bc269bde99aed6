"""File names of visitors, made fit for a list, a header and a disk."""

import re
import unicodedata

LONGEST = 120
# Controls, formats (with those that turn the direction of writing around), surrogates, private
# use, unassigned, and separators of lines and paragraphs.
UNWANTED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def clean_name(name):
    """Return ``name`` without folders and unseen characters: ``("Le devis.pdf", "pdf")``.

    The second is its extension in lower case, "" without one.
    """
    name = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    name = "".join(c for c in name if unicodedata.category(c) not in UNWANTED)
    name = re.sub(r'[<>:"|?*]', "-", " ".join(name.split())).rstrip(". ")
    stem, dot, extension = name.rpartition(".")
    if not dot or not re.fullmatch(r"[A-Za-z0-9]{1,10}", extension):
        return name[:LONGEST].strip(". "), ""
    stem = stem[: LONGEST - len(extension) - 1].strip(". ") or "file"
    return f"{stem}.{extension}", extension.lower()
