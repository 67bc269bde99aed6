r"""The rules of French typography as one table.

After the Lexique des règles typographiques en usage à l'Imprimerie nationale; digits are grouped
with the narrow space of the Unicode CLDR. A rule makes a space right that the writer typed; none
invents one, except inside « »: “Yahoo!” stays, so does English in a French sentence.

LINES keep together what a line must not part, where a browser breaks the lines: with signs that no
other place than the site's own pages need have a letter for.

All rules look at the text as it was typed, none at what another has made of it. No pattern has
an unbounded repeat, so that the time grows with the length of the text and not faster; most
begin with a sign and look back from there (`(?<=\S.)`), which is ten times as fast.
"""

import re
from typing import NamedTuple

NBSP, NARROW, HYPHEN = "\u00a0", "\u202f", "\u2011"
S = "[ \u00a0\u202f\u2009]"  # a space within a line, of whatever width
SPACES = rf"({S}(?<=\S.){S}{{0,3}}+)"  # one or some, after something
WORD = r"(?=[^\s;:!?»-])"  # or what may stand in front of one
UNIT = (
    "[%‰€$£]|[kM]€|Md€|°C|[kMGT]?bit/s|[MGT]b/s|[kKMGT]?o|[kMGT]B|[kcm]?m[²³]?|km/h|ha|kg|m?g|t"
    "|[cm]?[lL]|h|min|m?s|[kMG]?W|kWh|V|A|[kMG]?Hz|millions?|milliards?"
)
WORDS = (  # of what is counted
    "ans?|années?|mois|semaines?|jours?|heures?|minutes?|secondes?|euros?|centimes?|degrés?"
    "|(?:kilo|centi|milli)?mètres?|microns?|(?:kilo|méga|giga)?(?:bits?|octets?|watts?)"
    "|kilowattheures?|(?:kilo)?grammes?|tonnes?|litres?|hectares?|pour cent|fois|habitants?"
)
AFTER = "je|tu|ils?|elles?|on|nous|vous|ce|ci|moi|toi|lui|leur|l[eaà]|les|en|y|[mt][’']en"
ENGLISH_WORDS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|days?|months?|years?|hours?|minutes?|euros?"
)
MONTH = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
OPEN = rf"(\")(?<![^\s(\[«'’–—-].){WORD}"  # a straight quotation mark before a word
CLOSE = r"(?<=[^\s«])(\")(?!\w)"


class Rule(NamedTuple):
    """Puts each of ``marks`` in the place of what the group of that number matches."""

    pattern: re.Pattern
    marks: tuple[str, ...]
    typed: str  # an example
    shown: str


def rule(pattern, *marks, typed, shown):
    return Rule(re.compile(pattern), marks, typed, shown)


RULES = (
    # Spaces before and within signs.
    rule(rf"{SPACES}(?=[!?](?!\w)|;(?![\w)-]))", NARROW,
         typed="Vraiment ? Oui !", shown="Vraiment\u202f? Oui\u202f!"),
    rule(rf"{SPACES}(?=:(?![\w/:()-]))", NBSP,
         typed="Notez : ceci", shown="Notez\u00a0: ceci"),
    rule(rf"«({S}{{0,4}}+){WORD}", NBSP,
         typed="« Oui", shown="«\u00a0Oui"),
    rule(rf"{SPACES}(?=»)", NBSP,
         typed="Oui »", shown="Oui\u00a0»"),
    rule(r"()»(?<=\S.)", NBSP,
         typed="Oui»", shown="Oui\u00a0»"),
    # Signs that a keyboard lacks.
    rule(r"(')(?<=[^\W\d_].)(?=\w|[\"«“])", "’",
         typed="L'essai d'aujourd'hui", shown="L’essai d’aujourd’hui"),
    rule(r"(\.\.\.)(?<![.…]...)(?![.…])", "…",
         typed="Attendez...", shown="Attendez…"),
    rule(rf"{OPEN}[^\"]{{1,2000}}+{CLOSE}(?![^«»]{{0,500}}+»)", f"«{NBSP}", f"{NBSP}»",
         typed='Il dit "tant mieux".', shown="Il dit «\u00a0tant mieux\u00a0»."),
    rule(rf"{OPEN}[^\"«»]{{1,500}}+{CLOSE}(?=[^«»]{{0,500}}+»)", "“", "”",
         typed='« Il dit "oui". »', shown="«\u00a0Il dit “oui”.\u00a0»"),
    # What is said between dashes; the second one only within the sentence.
    rule(rf" (-{S})(?<=[^\s\d«-]...){WORD}(?:[^.!?\n]{{1,300}}?({S}-)(?<=[^\s\d«-]..)(?= {WORD}))?",
         f"–{NBSP}", f"{NBSP}–",
         typed="La ligne - un fil - tient", shown="La ligne –\u00a0un fil\u00a0– tient"),
    # Numbers; of four digits and more, where the writer has grouped them.
    rule(rf"({S})(?=\d{{3}}(?!\d))(?<=\d.)(?<!\d{{4}}.)", NARROW,
         typed="155 000 foyers", shown="155\u202f000 foyers"),
    rule(rf"({S})(?<=\d.)(?=(?:{UNIT})(?![\w'’(]))", NBSP,
         typed="50 % à 10 Mbit/s", shown="50\u00a0% à 10\u00a0Mbit/s"),
    rule(rf"h({S})(?<=\d{S}h.)(?=\d\d(?!\d))", NBSP,
         typed="20 h 30", shown="20\u00a0h\u00a030"),
    rule(rf"[°º]({S})(?<=\b[nN]..)(?=\w)", NBSP,
         typed="le n° 5", shown="le n°\u00a05"),
    rule(rf"(?<![\w.,])(1)(?={S}(?:{MONTH})\b)", "1er",
         typed="le 1 mars", shown="le 1er mars"),
    # What is nothing without its neighbour.
    rule(rf"\b(?:MM?|Mmes?|Mlles?|Mgr|Me|[DP]rs?)\.?({S})(?=[A-ZÀ-ÖØ-Þ])", NBSP,
         typed="M. Dupont et Mme Roy", shown="M.\u00a0Dupont et Mme\u00a0Roy"),
    rule(rf"\b(?:pp?|art|chap|fig|vol)\.({S})(?=\d)", NBSP,
         typed="voir p. 12", shown="voir p.\u00a012"),
)  # fmt: skip

LINES = (
    rule(rf"(-)(?<=[^\W\d_].)(?=(?:{AFTER})(?!\w))", HYPHEN,
         typed="Qu’en dites-vous\u202f?", shown="Qu’en dites\u2011vous\u202f?"),
    rule(r"(-)(?<=[^\W\d_].)t(-)(?=(?:ils?|elles?|on)(?!\w))", HYPHEN, HYPHEN,
         typed="Y a-t-il mieux\u202f?", shown="Y a\u2011t\u2011il mieux\u202f?"),
    rule(rf"({S})(?<=\d.)(?=(?:{WORDS}|{MONTH})(?!\w))", NBSP,
         typed="le 3 mars, pour 20 ans", shown="le 3\u00a0mars, pour 20\u00a0ans"),
)  # fmt: skip

# Of what an English text has of these, in pages.
ENGLISH = (
    rule(r"(')(?<=[^\W\d_].)(?=\w)", "’",
         typed="It's the editor's", shown="It’s the editor’s"),
    rule(r"(\.\.\.)(?<![.…]...)(?![.…])", "…",
         typed="Wait...", shown="Wait…"),
    rule(rf"{OPEN}[^\"]{{1,2000}}+{CLOSE}", "“", "”",
         typed='They say "yes".', shown="They say “yes”."),
    rule(rf"({S}-)(?<=[^\s\d-]..)(?={S}{WORD})", f"{NBSP}–",
         typed="The line - a thread - holds", shown="The line\u00a0– a thread\u00a0– holds"),
    rule(rf"({S})(?<=\d.)(?=(?:{UNIT}|{ENGLISH_WORDS})(?![\w'’(]))", NBSP,
         typed="27 November, 10 Mbit/s", shown="27\u00a0November, 10\u00a0Mbit/s"),
)  # fmt: skip
