"""Rich text (Microsoft, Rich Text Format Specification 1.9.1).

Of what is maintained, striprtf gives the words without what is bold, rtfparse mail alone.
"""

import re
from collections import Counter
from typing import NamedTuple

from articles.transcript.paragraphs import Builder, Picture, Unreadable
from articles.transcript.reading.sentences import HOSTILE, NOT_WHAT_IT_SAYS

TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,9})? ?|\\'(?P<byte>[0-9A-Fa-f]{2})"
    r"|\\(?P<sign>[^A-Za-z])|(?P<brace>[{}])|(?P<text>[^\\{}]+)"
)
SIGNS = {"~": "\u00a0", "_": "\u2011", "-": "", "\\": "\\", "{": "{", "}": "}"}
SIGNS |= {"\n": "\\par", "\r": "\\par"}
WORDS = {"tab": " ", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "bullet": "•"}
WORDS |= {"ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " "}
ENDS = {"par", "sect", "page", "line", "cell", "nestcell", "row"}
# Groups that are no text; so is each that begins with a star and is not known.
ASIDE = {
    *("fonttbl", "colortbl", "stylesheet", "info", "header", "headerl", "headerr", "headerf"),
    *("footer", "footerl", "footerr", "footerf", "object", "objdata", "nonshppict", "footnote"),
    *("annotation", "xe", "tc", "filetbl", "revtbl", "listtable", "listoverridetable"),
}
KEPT = {"fldinst", "pict", "pntext", "listtext", "shppict"}
# Groups within each other; words, braces and pieces of text: a long interview has 50,000.
DEEPEST, MOST = 200, 300_000


class State(NamedTuple):
    """What holds in a group: ``into`` is what its letters are for."""

    bold: bool = False
    italic: bool = False
    href: str = ""
    size: int = 24
    skipped: int = 1
    into: str = "text"


def read(data):
    """Return the paragraphs of ``data``, bytes of rich text. Raises Unreadable."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise Unreadable(NOT_WHAT_IT_SAYS)
    return Document(data.decode("latin-1")).read()


class Document:
    def __init__(self, source):
        self.source, self.builder = source, Builder()
        found = re.search(r"\\ansicpg(\d{3,5})", source[:500])
        self.encoding = f"cp{found[1]}" if found else "cp1252"
        self.states, self.aside = [State()], []
        self.about, self.column, self.left, self.sizes = {}, 0, 0, []

    def read(self):
        at = count = 0
        while found := TOKEN.match(self.source, at):
            at, count = found.end(), count + 1
            if count > MOST:
                raise Unreadable(HOSTILE)
            if found["word"] == "bin":
                at += int(found["number"] or 0)
            elif found["word"]:
                self.word(found["word"], found["number"])
            elif found["brace"]:
                self.brace(found["brace"])
            elif found["sign"] == "*":
                self.become("star")
            elif found["sign"]:
                text = SIGNS.get(found["sign"], "")
                self.end() if text == "\\par" else self.letters(text)
            elif found["byte"]:
                self.letters(self.decoded(bytes.fromhex(found["byte"])))
            elif found["text"]:
                text = re.sub(r"[\r\n]+", "", found["text"])
                self.letters(self.decoded(text.encode("latin-1")))
        self.end()
        return with_headings(self.builder.paragraphs, self.sizes)

    def decoded(self, data):
        try:
            return data.decode(self.encoding, "replace")
        except LookupError:
            return data.decode("cp1252", "replace")

    def become(self, into=None, **marks):
        if into and self.states[-1].into != "aside":
            marks["into"] = into
        self.states[-1] = self.states[-1]._replace(**marks)

    def brace(self, brace):
        if brace == "{":
            if len(self.states) > DEEPEST:
                raise Unreadable(HOSTILE)
            self.states.append(self.states[-1])
        elif len(self.states) > 1:
            into = self.states.pop().into
            if into in KEPT and self.states[-1].into != into:
                self.take(into)

    def take(self, into):
        """Make of what a group held beside the text a link, the kind of an item or an image."""
        held, self.aside = "".join(self.aside), []
        if into == "fldinst" and (found := re.search(r'HYPERLINK\s+"([^"]*)"', held)):
            self.become(href=found[1])
        elif into in ("pntext", "listtext"):
            self.about = {"kind": "item", "ordered": bool(re.search(r"\d|[a-z]\.", held))}
        elif into == "pict":
            held = re.sub(r"[^0-9A-Fa-f]", "", held)
            data = bytes.fromhex(held[: len(held) // 2 * 2])
            self.end()
            if data.startswith((b"\x89PNG", b"\xff\xd8")):
                self.builder.end(kind="picture", picture=Picture(data))

    def word(self, word, number):
        if word in ENDS:
            return self.end(word)
        if word in WORDS:
            return self.letters(WORDS[word])
        if word in KEPT:
            return self.become("text" if word == "shppict" else word)
        if word in ASIDE or self.states[-1].into == "star" or (word, number) == ("v", None):
            return self.become("aside")
        if word == "u" and number:
            self.letters(chr(int(number) % 65536))
            self.left = self.states[-1].skipped
        elif word == "uc":
            self.become(skipped=int(number or 1))
        elif word in ("b", "i"):
            self.become(**{"bold" if word == "b" else "italic": number != "0"})
        elif word == "fs":
            self.become(size=int(number or 24))
        elif word == "plain":
            self.become(bold=False, italic=False, size=24)
        elif word == "deleted":
            self.become("aside")
        elif word == "pard":
            self.about = {}
        elif word == "outlinelevel" and number:
            self.about = {"kind": "heading", "level": int(number) + 1}
        elif word == "trowd":
            self.column = 0
        return None

    def letters(self, text):
        if skipped := min(self.left, len(text)):
            self.left -= skipped
            text = text[skipped:]
        state = self.states[-1]
        if state.into in KEPT:
            self.aside.append(text)
        elif state.into == "text" and text:
            self.sizes += [(len(self.builder.paragraphs), state.size)] if text.strip() else []
            self.builder.add(text, state.bold, state.italic, state.href)

    def end(self, word="par"):
        if word == "row":
            self.column = 0
            return
        about = self.about
        if word == "cell":
            about = {"kind": "cell", "level": self.column}
            self.column += 1
        self.builder.end(**about)
        if word != "line":
            self.about = {}


def with_headings(paragraphs, sizes):
    """Return ``paragraphs``, those in letters larger than the text as headings.

    ``sizes`` are pairs of the number of a paragraph and a size in it.
    """
    [(usual, _count)] = Counter(size for _number, size in sizes).most_common(1) or [(24, 0)]
    for number, size in dict(sizes).items():
        if number < len(paragraphs) and size > usual * 1.1 and len(paragraphs[number].text) < 200:
            paragraphs[number].kind = "heading"
            paragraphs[number].level = 1 if size > usual * 1.5 else 2
    return paragraphs
