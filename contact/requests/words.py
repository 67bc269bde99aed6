"""The words by which a request is found: without accents, cases and signs."""

import re
import unicodedata

MOST_WORDS, LONGEST_WORD = 10, 100  # of a search
TELEPHONE = re.compile(r"[\d\s.+()/-]+")
# A number in a text, as it is grouped: “35 000”, “+33 (0)1.23.45.67.89”.
NUMBER = re.compile(
    r"\+?\d+(?:(?: ?\(0\) ?|[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}./-])\d+)*"
)


def words_of(text):
    """Return the words of ``text``, folded: ``["solange", "prevert", "example"]``."""
    plain = unicodedata.normalize("NFKD", str(text)).casefold()
    return re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))


def sought(text):
    """Return the words that a search asks for: at most ten; a telephone number is one."""
    words = telephone(text) or words_of(text)
    return [word[:LONGEST_WORD] for word in words[:MOST_WORDS]]


def searchable(texts):
    """Return one text to search in: every word of ``texts`` after a blank, also numbers as one."""
    words = []
    for text in map(str, texts):
        found = words_of(text)
        for number in [text, *NUMBER.findall(text)]:
            found += telephone(number)
        words += dict.fromkeys(found)
    return " " + " ".join(words)


def telephone(text):
    """Return a number as one word however it was grouped, +33 as 0; nothing for other texts."""
    if not TELEPHONE.fullmatch(text):
        return []
    text = re.sub(r"^(?:\+|00)33", "0", text.strip())
    digits = re.sub(r"\D", "", text.replace("(0)", "", 1))
    return [digits] if digits else []
