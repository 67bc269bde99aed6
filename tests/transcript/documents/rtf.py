r"""Rich text, as Word and WordPad write it: \ansi, other letters as \uN? or \'xx."""

import re

from tests.transcript.documents.archive import png

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\fswiss\fcharset0 Calibri;}}"
    r"{\colortbl ;\red5\green99\blue193;}{\*\generator Riched20 10.0.22621}"
    r"{\info{\author Agathe}{\creatim\yr2026\mo3\dy3}}\viewkind4\pard\sa200\f0\fs22\lang1036 "
)
BIG = {"Title": r"\b\fs36 ", "Subtitle": r"\i\fs26 ", "Heading1": r"\b\fs30 "}
BIG |= {"Heading2": r"\b\fs26 "}
MARKS = {"strong": r"\b ", "emphasis": r"\i ", "deleted": r"\deleted "}


def make(pieces, about):
    """Return the bytes of a document of ``pieces``; ``about`` is its description."""
    edges = "".join(
        f"{{\\{part} {letters(about[part])}\\par}}"
        for part in ("header", "footer")
        if part in about
    )
    body = "".join(block(piece, about.get("plain", False)) for piece in pieces)
    return f"{HEAD}{edges}{body}}}".encode("ascii")


def block(piece, plain):
    if piece.style == "cell":
        edges = "".join(rf"\cellx{4000 * (n + 1)}" for n in range(len(piece.cells)))
        cells = "".join(rf"\intbl {text(cell)}\cell" for cell in piece.cells)
        return rf"\trowd{edges}{cells}\row\pard "
    if piece.style == "image":
        return rf"{{\pict\pngblip {png(90).hex()}}}\par "
    marks = BIG.get(piece.style, "")
    if plain and marks:
        marks = r"\b "
    bullet = {"Bullet": r"{\pntext\f0\'b7\tab}", "Number": r"{\pntext\f0 1.\tab}"}
    return f"{bullet.get(piece.style, '')}{{{marks}{text(piece.runs)}}}\\par\n"


def text(cell):
    return "".join(run(one) for one in cell)


def run(one):
    words = letters(one.text).replace("⏎", r"\line ").replace("⇥", r"\tab ")
    if one.address:
        field = rf"{{\*\fldinst HYPERLINK {chr(34)}{one.address}{chr(34)}}}"
        return rf"{{\field{field}{{\fldrslt\cf1\ul {words}}}}}"
    return f"{{{MARKS[one.kind]}{words}}}" if one.kind in MARKS else words


def letters(words):
    """Return ``words`` in ASCII but for the marks of breaks and tabs."""
    words = re.sub(r"([\\{}])", r"\\\1", words)
    return re.sub(r"[^\x00-\x7f⏎⇥]", lambda found: letter(found[0]), words)


def letter(one):
    try:
        return rf"\'{one.encode('cp1252').hex()}"
    except UnicodeEncodeError:
        number = ord(one)
        return rf"\u{number if number < 32768 else number - 65536}?"
