"""What was copied along with a page: menus, banners, forms, footers, what to read next."""

import re
from itertools import pairwise

from articles.transcript.lines import Role
from articles.transcript.signs.words import folded, plain

# Where one of these begins, the interview is over.
ENDS = re.compile(
    r"(?:demande[zr]|obtenez|recevez|un) (?:un |votre |mon |le )?devis|"
    r"(?:get|request|ask for) a quote|"
    r"(?:inscri(?:vez|ption)|abonne[zr]|s'abonner|recevez|subscribe|sign up|join)\b.{0,40}"
    r"(?:newsletter|lettre|infolettre|mailing)|newsletter\b|"
    r"(?:a|sur le meme (?:sujet|theme)|a lire|lire|voir) (?:aussi|egalement)\b|"
    r"a lire (?:ensuite|aussi)|"
    r"(?:articles?|entretiens?|contenus?) (?:similaires|lies|associes|recents)|"
    r"(?:dans la meme rubrique|sur le meme sujet|"
    r"related (?:articles|posts|interviews)|read (?:next|more|also)|"
    r"more (?:interviews|stories|from)|you may also)|"
    r"(?:laisser un |poster un |\d+ )?commentaires?\b.{0,25}$|"
    r"(?:leave a |\d+ )?(?:reply|comments?)$|"
    r"(?:©|copyright|\(c\))|tous droits reserves|all rights reserved|mentions legales|legal notice|"
    r"(?:contactez|suivez|retrouvez)[- ]nous\b|follow us|contact us"
)
DEBRIS = re.compile(
    r"(?:accueil|home|menu|recherche|rechercher|search|connexion|se connecter|log ?in|sign in|"
    r"contact|a propos|about(?: us)?|qui sommes[- ]nous|entretiens|interviews|articles|actualites|"
    r"rubriques|sujets|topics|s'abonner|subscribe|fr|en|francais|english|fermer|close|imprimer|"
    r"print|page \d+(?: ?(?:sur|of|/) ?\d+)?|\d{1,3}[.)]?|publicite|advertisement|"
    r"haut de page|retour en haut|"
    r"back to top|aller au contenu|skip to (?:main )?content|"
    r"suivant|precedent|next|previous|tweeter|tweet|facebook|linkedin|twitter|mastodon|bluesky|"
    r"whatsapp|e-?mail|copier le lien|copy link|share|partager|partagez|envoyer|send|submit|ok|"
    r"tout accepter|tout refuser|accepter|refuser|accept(?: all)?|reject(?: all)?|parametrer)"
    r"(?:\W.{0,30})?$"
)
LONGEST = 400  # characters
CHROME = re.compile(
    r"\bcookies?\b.{0,200}(?:accept|refus|consent|mesure|audience|experience|naviga|use|site)|"
    r"(?:nous utilisons|we use) (?:des )?cookies|politique de confidentialite|privacy policy|"
    r"(?:partager|partagez|share) (?:sur|cet|l'|this|on)|temps de lecture|\d+ min(?:utes?)?\.? "
    r"(?:de lecture|read)|"
    r"^(?:publie|mis a jour|modifie|posted|published|updated) (?:le|on|par|by)\b|"
    r"champs? (?:est |sont )?(?:obligatoires?|requis)|fins de validation|required fields?|"
    r"^(?:votre |your )(?:nom|e-?mail|message|adresse|name|address)\b.{0,30}$|"
    r"^(?:ecoutez|telechargez|download|listen to)\b.{0,40}$|"
    r"^[\w-]+\.(?:mp3|m4a|wav|mp4|docx?|odt|txt|srt|vtt|pdf)$|"
    r"^(?:[\w' .-]{1,30}\s[>|›»/•·]\s){1,}[\w' .-]{1,40}$"
)


def leave_out(passages, newsroom):
    """Leave out what was copied along: by where it stood in the page, by what it says."""
    for passage in passages:
        text = folded(passage.text[:LONGEST].strip(" \u00a0•·|"))
        short = len(passage.text) < LONGEST
        if passage.paragraph.place or (short and CHROME.search(text) or DEBRIS.fullmatch(text)):
            passage.role = Role.OUT
    first = next((one for one in passages if not one.role), None)
    if first and plain(first.text[:100]) in map(plain, newsroom) and not followed(first, passages):
        first.role = Role.OUT
    for number, passage in enumerate(passages):
        # Before the middle it may be a title.
        if number * 2 > len(passages) and is_end(passage):
            passage.role = Role.OUT
            if not goes_on(passages[number + 1 :]):
                for rest in passages[number:]:
                    rest.role = Role.OUT
                break


def goes_on(passages):
    """Return whether the interview goes on: with a question, and what may be its answer."""
    return any(one.asks and len(next.text) > 120 for one, next in pairwise(passages))


def followed(brand, passages):
    """Return whether the name of the site is who asks what comes next."""
    return brand.place + 1 < len(passages) and passages[brand.place + 1].asks


def is_end(passage):
    text = folded(passage.text[:LONGEST].strip())
    return len(text) < 120 and not passage.asks and bool(ENDS.match(text))
