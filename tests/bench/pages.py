"""What is measured, and what was promised of it."""

from dataclasses import dataclass

DEMO = 16  # interviews, in two languages
FORM = {
    "name": "Solange Prévert",
    "company": "Menuiserie Prévert",
    "email": "solange{visitor}@prevert.example",
    "telephone": "",
    "activity": "Nous fabriquons des escaliers.",
    "context": "Notre site date de 2009.",
    "how": "Un indépendant, à distance.",
    "when": "Le mardi matin.",
}


@dataclass(frozen=True)
class Page:
    """A line of the table.

    ``path`` is an address, or the name of one in what `acts.prepare` returns; ``do`` an order of
    `meter.ORDERS`. Promises: ``share`` of the bare page's speed, ``queries`` and ``milliseconds``
    at most, ``growth`` of CPU and SQL time at most from 100 to 10,000 interviews.
    """

    name: str
    path: str
    do: str = "get"
    status: int | None = 200
    cms: bool = False
    stored: bool = False
    share: float | None = None
    queries: int | None = None
    milliseconds: float | None = None
    growth: float | None = 1.1

    @property
    def mixed(self):
        """Whether it is among the requests after which memory is read: what visitors ask for."""
        return self.do == "get" and not self.cms


PAGES = (
    Page("home", "/", stored=True, share=0.3, queries=10),
    Page("interview", "interview", stored=True, share=0.4, queries=8),
    Page("newest interview", "newest interview", stored=True, queries=8),
    Page("listing", "/entretiens/", stored=True, share=0.3, queries=10),
    Page("topic", "topic", stored=True, share=0.3, queries=10),
    Page("person", "person", stored=True, share=0.3, queries=10),
    Page("search", "/recherche/?q=fibre", stored=True, queries=8, growth=1.5),
    Page("suggestions", "/recherche/suggestions/?q=fib", queries=5, growth=1.5),
    Page("quote form", "/devis/", queries=8),
    Page("quote form, accepted", "/devis/", "send", 302, growth=None),
    Page("feed", "/entretiens/flux/", stored=True, queries=12, milliseconds=150),
    Page("sitemap, first address", "/sitemap.xml", stored=True, queries=8),
    Page("sitemap, a part", "sitemap part", stored=True, queries=8, milliseconds=300, growth=None),
    Page("a page that is not there", "/nope/", status=404, queries=4),
    Page("a legal page", "legal page", stored=True, queries=8),
    Page("page, 304", "interview", "again", 304, stored=True, growth=None),
    Page("feed, 304", "/entretiens/flux/", "again", 304, stored=True, growth=None),
    Page("sitemap, 304", "sitemap part", "again", 304, stored=True, growth=None),
    Page("CMS: home", "/cms/", cms=True, growth=None),
    Page("CMS: explorer", "explorer", cms=True, queries=40, growth=None),
    Page("CMS: editor, 40 exchanges", "editor", cms=True, queries=40, milliseconds=90, growth=None),
    Page("CMS: calendar", "/cms/calendar/", cms=True, queries=19, growth=None),
    Page("CMS: inbox", "/cms/quote_requests/", cms=True, queries=16, growth=None),
    Page("publish", "tests.bench.magazine.acts:publish", "act", None, queries=80, growth=None),
)
NOT_MODIFIED = 0.1  # milliseconds of CPU at most for a 304
