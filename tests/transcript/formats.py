"""The bytes of a test transcript, and its words.

What isn't text (.docx, .odt, .rtf) is described in `NAME.docx.toml` and the like: a `body` with one
paragraph a line, `Style | text`, where Style is a name of STYLES, or `cell` (`cell | who | what`: a
row of a table), or `image | alternative text`. In the text `**strong**`, `_emphasis_`,
`[words](https://…)`, `⏎` (a break within the paragraph), `⇥` (a tab) and `--deleted--` (a tracked
change). Further keys: `header`, `footer` (of each page), `plain = true` (headings and titles are
but bold text, as most people write them).
"""

import re
import tomllib
from dataclasses import dataclass
from html.parser import HTMLParser

from tests.transcript.documents import docx, odt, rtf

STYLES = ("Title", "Subtitle", "Heading1", "Heading2", "Normal", "Bullet", "Number", "Quote")
MAKERS = {".docx": docx.make, ".odt": odt.make, ".rtf": rtf.make}
INLINE = re.compile(
    r"\*\*(?P<strong>.+?)\*\*|(?<!\w)_(?P<emphasis>.+?)_(?!\w)"
    r"|\[(?P<words>.+?)\]\((?P<address>.+?)\)|--(?P<deleted>.+?)--"
)


@dataclass(frozen=True)
class Run:
    """A piece of a paragraph: ``kind`` is plain, strong, emphasis, words (a link) or deleted."""

    text: str
    kind: str = "plain"
    address: str = ""


@dataclass(frozen=True)
class Piece:
    """A paragraph of ``runs``, a row of ``cells`` (each of runs), or an image."""

    style: str
    cells: list

    @property
    def runs(self):
        return self.cells[0]


def file_of(source):
    """Return the name and the bytes of the file that ``source``, a path, stands for."""
    if source.suffix != ".toml":
        return source.name, source.read_bytes()
    name = source.name.removesuffix(".toml")
    return name, MAKERS[source.with_suffix("").suffix](*described(source))


def described(source):
    """Return the pieces of a described document, and the description itself."""
    about = tomllib.loads(source.read_text(encoding="utf-8"))
    return [piece(line) for line in about["body"].splitlines() if line.strip()], about


def piece(line):
    style, *cells = (part.strip() for part in line.split(" | "))
    if style not in (*STYLES, "cell", "image"):
        raise ValueError(f"{line!r} has no style")
    return Piece(style, [list(runs(cell)) for cell in cells or [""]])


def runs(text):
    """Yield the runs of a line of a description."""
    start = 0
    for found in INLINE.finditer(text):
        if start < found.start():
            yield Run(text[start : found.start()])
        kind = "words" if found["words"] else found.lastgroup
        yield Run(found[kind], kind, found["address"] or "")
        start = found.end()
    if text[start:]:
        yield Run(text[start:])


def text_of(source):
    """Return all that a reader could read in ``source``, marks and time codes too."""
    if source.suffix == ".toml":
        pieces, about = described(source)
        shown = [cell for one in pieces if one.style != "image" for cell in one.cells]
        body = ["".join(re.sub("[⏎⇥]", " ", run.text) for run in cell) for cell in shown]
        return "\n".join([about.get("header", ""), *body, about.get("footer", "")])
    text = decoded(source.read_bytes())
    if source.suffix == ".html":
        return HtmlText.of(text)
    if source.suffix == ".md":
        text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
        return re.sub(r"\]\([^)]*\)|^```.*$|(?<!\w)_|_(?!\w)", "", text, flags=re.M)
    if source.suffix in (".srt", ".vtt"):
        text = re.sub(r"(--> \S+).*", r"\1", text).replace("-->", " ")
        return re.sub(r"</?[a-z]*(?:\.\w+)*\s?([^>]*)>", r"\1 ", text)
    return text


def decoded(data):
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError("in no known encoding")


class HtmlText(HTMLParser):
    """The text of a page without head, style and script, a line for each block."""

    SILENT = ("head", "style", "script", "title")
    INLINE = ("a", "b", "strong", "em", "i", "u", "span", "font", "o:p", "sup", "mark")

    def __init__(self):
        super().__init__()
        self.parts, self.silent = [], 0

    @classmethod
    def of(cls, text):
        parser = cls()
        parser.feed(text)
        parser.close()
        return "".join(parser.parts)

    def handle_starttag(self, tag, attrs):
        self.silent += tag in self.SILENT
        self.parts.append("" if tag in self.INLINE else "\n")

    def handle_endtag(self, tag):
        self.silent -= tag in self.SILENT
        self.parts.append("" if tag in self.INLINE else "\n")

    def handle_data(self, data):
        if not self.silent:
            self.parts.append(data)
