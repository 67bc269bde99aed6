"""Everything that a reader comes to from the front pages on, over HTTP."""

import html
import re
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urljoin, urlsplit

BEGINNINGS = ("/", "/en/", "/sitemap.xml", "/robots.txt")
LINK = re.compile(r'(?:href|src|poster)="([^"]+)"|srcset="([^"]+)"|<loc>([^<]+)|url\("([^")]+)')
# Made for one reader or for one question: nobody keeps them.
FOR_ONE = re.compile(r"/(?:cms|audience|documents|devis|en/quote|recherche|en/search)(?:/|$)")
ENCODINGS = ("br", "gzip", "")
READERS = 4  # at once


def walk(ask, site):
    """Return the addresses below ``site`` that answer 200, found by following every link.

    ``ask`` takes an address and returns an answer with ``status`` and ``text``.
    """
    found, seen, waiting = [], set(BEGINNINGS), deque(BEGINNINGS)
    while waiting:
        address = waiting.popleft()
        answer = ask(address)
        if answer.status != 200:
            continue
        found.append(address)
        if not answer.headers["Content-Type"].startswith(("text/", "application/")):
            continue
        for link in links(answer.text, site + address):
            if link not in seen:
                seen.add(link)
                waiting.append(link)
    return found


def links(text, base):
    """Yield the addresses of the same site that ``text`` leads to, without its host."""
    for link, several, place, style in LINK.findall(text):
        for one in several.split(",") if several else [link or place or style]:
            parts = urlsplit(urljoin(base, html.unescape(one.split()[0])))
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            if parts.netloc == urlsplit(base).netloc and not FOR_ONE.match(path):
                yield path


def read(ask, addresses):
    """Ask for ``addresses`` in each way to compress; return {(address, way): answer}."""
    asked = [(address, way) for address in addresses for way in ENCODINGS]
    with ThreadPoolExecutor(READERS) as readers:
        answers = readers.map(lambda one: ask(one[0], Accept_Encoding=one[1]), asked)
        return dict(zip(asked, answers, strict=True))
