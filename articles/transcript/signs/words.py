"""The words by which interviews are recognised, French and English, without accents and case."""

import re
import unicodedata

ASKER = {
    *("q", "question", "cyberworkers", "cw", "la redaction", "redaction", "journaliste"),
    *("le journaliste", "la journaliste", "interviewer", "interviewers", "intervieweur"),
    *("intervieweuse", "interviewer", "host", "animateur", "animatrice", "moderateur"),
    *("moderatrice", "enqueteur", "enquetrice", "int", "the editors", "editors", "redac"),
}
ANSWERER = {
    *("r", "a", "reponse", "reponses", "rep", "answer", "interviewe", "interviewee"),
    *("invite", "invitee", "guest", "expert", "experte", "temoin"),
}
# Before what looks like a label and is none.
NO_LABEL = {
    *("resultat", "exemple", "par exemple", "attention", "bilan", "conclusion", "note", "ndlr"),
    *("p s", "ps", "n b", "nb", "photo", "photos", "credit", "credits", "source", "sources"),
    *("objet", "de", "a", "cc", "cci", "date", "envoye", "from", "to", "subject", "sent", "tel"),
    *("telephone", "mail", "e-mail", "email", "adresse", "site", "http", "https", "lien"),
    *("voir", "lire", "lire aussi", "a lire", "read also", "mots-cles", "tags", "resume"),
}
IMPERATIVE = re.compile(
    r"\W*(?:(?:et|alors|donc|bon|maintenant|pour finir|pour conclure|enfin|un mot|and|so|now|first|"
    r"d'abord|please|s'il vous plait)\W+)*(?:"
    r"(?:ra)?contez|decrivez|parlez|parle|dites|expliquez|donnez|presentez|citez|imaginez|resumez|"
    r"rappelez|precisez|revenons|commencons|evoquez|detaillez|definissez|nommez|decris|raconte|"
    r"explique|dis-nous|presente-toi|terminez|conseillez|recommandez|"
    r"tell (?:us|me)|describe|explain|talk (?:us|me)|walk (?:us|me)|give (?:us|me)|name|"
    r"introduce|imagine|take us|share"
    r")\b"
)
WHO = re.compile(
    r"(?:entretien|interview|rencontre|conversation|discussion|echange|propos|dialogue)s?"
    r"\W+(?:avec|with|de|of)\W+",
)
BY = re.compile(
    r"(?:propos recueillis|entretien (?:realise|mene|conduit)|recueilli|interview(?:ed)?|"
    r"(?:texte|questions|entretien|interview) ?:?)\s+(?:et [a-z]+ )?(?:par|by|de)\s*:?\s+"
)


def folded(text):
    """Return ``text`` as it is compared: lower case, no accents, as many letters as before."""
    letters = (unicodedata.normalize("NFD", letter)[0] for letter in text.replace("’", "'"))
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in letters)


def plain(label):
    """Return ``label`` as a name is looked up: without points, brackets and doubled spaces."""
    return " ".join(re.sub(r"[^\w'-]+", " ", folded(label)).split())


def imperative(text):
    return bool(IMPERATIVE.match(folded(text[:80])))
