"""What should become of each test transcript: `corpus/NAME.truth` beside its source.

A truth begins with lines of what is known of the source, each `# key: value`:

- `half`: `tuning` (may be looked at while recognition is built) or `kept` (only measured);
- `shape`: what is particular about it, of SHAPES, with commas between;
- `people`, `interviewers`: who answers, who asks, with semicolons between; absent: not named;
- `language`: `en`; absent: French;
- `keeps`: something of the markup that should arrive: `list 3` (items), `link ADDRESS`,
  `strong WORDS`, `emphasis WORDS`, `image ALTERNATIVE TEXT`; one a line;
- `debris`: a kind of KINDS and the words of that kind which the source holds around its
  paragraphs, with semicolons between; one kind a line. `time` and `number` need no words.

Then every paragraph of the source in its order, one a line: `role: text` or
`role[speaker]: text`. The text is that which should arrive in the draft: without marks, time codes
and names of speakers, cues of one speech joined, every run of spaces one space. An item of a list
and a cell of a table are paragraphs. The roles:

- `title`; `standfirst`: the first paragraph before the exchanges, below the title if there is one;
  `heading`: within the interview;
- `question`, `answer`: what the newsroom and the interviewees say, whether with a question mark or
  not; several in a row are paragraphs of one question, or of one answer if the speaker is one;
  without a speaker: it can't be known; where people are but numbered, the speaker is that label;
  who asks has a name only where the source names somebody, or says "Cyberworkers";
- `other`: somebody speaks who neither asks for the newsroom nor is interviewed;
- `quotation`: set apart from the text as a quotation;
- `note`: the newsroom's own words that readers see and nobody says: an introduction that goes on
  after the standfirst, a byline ("Propos recueillis par …"), a note, a caption, a biography;
- `out`: to be left out; right if none of its words arrive in the draft.

A line `answer:` without a text: the source leaves the question unanswered.
"""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
ROLES = (
    *("title", "standfirst", "heading", "question", "answer"),
    *("note", "quotation", "other", "out"),
)
KINDS = ("speaker", "time", "number", "mark", "deleted")
SHAPES = (
    *("alternation", "bold questions", "heading questions", "q and r", "site name", "initials"),
    *("capitals", "dashes", "two speakers", "three speakers", "two interviewers", "other speaker"),
    *("no question mark", "imperative", "e-mail", "google docs", "word", "pasted debris"),
    *("subtitles with speakers", "subtitles without speakers", "voices", "time codes"),
    *("numbered speakers", "table", "numbered questions", "english", "rhetorical question"),
    *("long introduction", "sub-headings", "list", "quotation", "links and emphasis"),
    *("copied page", "no title", "one exchange", "forty exchanges", "empty answer"),
    *("entretien avec", "propos recueillis", "images", "old encoding", "wrapped lines"),
)
PARAGRAPH = re.compile(r"(?P<role>\w+)(?:\[(?P<speaker>[^\]]+)\])?:(?: (?P<text>.+))?")


@dataclass(frozen=True)
class Paragraph:
    role: str
    speaker: str
    text: str


@dataclass(frozen=True)
class Truth:
    name: str
    source: Path
    known: dict
    paragraphs: list

    @property
    def half(self):
        return self.one("half")

    @property
    def shapes(self):
        return listed(self.one("shape"), ",")

    @property
    def people(self):
        return listed(self.one("people"))

    @property
    def interviewers(self):
        return listed(self.one("interviewers"))

    @property
    def language(self):
        return self.one("language") or "fr"

    @property
    def debris(self):
        """Return {kind: the texts of that kind}."""
        pairs = (line.partition(" ") for line in self.known.get("debris", []))
        return {kind: listed(texts) for kind, _, texts in pairs}

    @property
    def keeps(self):
        """Return pairs of what should arrive beside words: ("link", "https://…") and so on."""
        return [tuple(line.split(" ", 1)) for line in self.known.get("keeps", [])]

    @property
    def exchanges(self):
        """Count the questions that follow no other question: several in a row are one."""
        said = [one.role for one in self.paragraphs if one.role in ("question", "answer", "other")]
        return sum(
            role == "question" != before for before, role in zip(["", *said], said, strict=False)
        )

    def one(self, key):
        return self.known.get(key, [""])[0]


def read_truth(path):
    """Return the Truth in the file ``path``. Raises ValueError where a line is none."""
    known, paragraphs = {}, []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("# "):
            key, _, value = line[2:].partition(": ")
            known.setdefault(key, []).append(value.strip())
        elif found := PARAGRAPH.fullmatch(line):
            paragraphs.append(Paragraph(found["role"], found["speaker"] or "", found["text"] or ""))
        elif line.strip():
            raise ValueError(f"{path.name}, line {number}: {line!r} has no role")
    return Truth(path.stem, source_of(path), known, paragraphs)


def source_of(path):
    """Return the source of the truth ``path``. Raises ValueError unless there is exactly one."""
    found = [other for other in path.parent.glob(f"{path.stem}.*") if other != path]
    if len(found) != 1:
        raise ValueError(f"{path.name} has {len(found)} sources")
    return found[0]


def truths(half=None):
    """Return all truths in alphabetical order, or those of one ``half``."""
    every = [read_truth(path) for path in sorted(CORPUS.glob("*.truth"))]
    return [truth for truth in every if half in (None, truth.half)]


def words(text):
    """Return the words of ``text`` as they are compared: no soft hyphens, one kind of letters."""
    text = unicodedata.normalize("NFC", text)
    return re.findall(r"\w+", re.sub("[\u00ad\u200b\u200c\u200d\ufeff]", "", text))


def listed(value, separator=";"):
    return [one.strip() for one in value.split(separator) if one.strip()]
