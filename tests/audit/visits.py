"""Every kind of public page, and every state of it that a visitor can bring about."""

import http.client
from urllib.parse import urlsplit

ANSWERS = {
    "name": "Solange Prévert",
    "company": "Menuiserie Prévert",
    "email": "solange@prevert.example",
    "activity": "Nous fabriquons des escaliers.",
    "context": "Notre site date de 2009.",
    "how": "Un indépendant, à distance.",
    "when": "Le mardi matin.",
}
INTERVIEW = "/entretiens/tres-haut-debit-et-teletravail/"
PATHS = {
    "home": "/",
    "listing": "/entretiens/",
    "filtered": "/entretiens/?person=bernard-loison&year=2026",
    "topic": "/entretiens/sujet/fibre/",
    "topic-filtered-empty": "/entretiens/sujet/droit/?person=jean-michel-billaut",
    "person": "/entretiens/personne/jean-michel-billaut/",
    "interview": INTERVIEW,
    "interview-plain": "/entretiens/village-fibre-coworking/",  # no word in italics
    "form": "/devis/",
    "search": "/recherche/",
    "search-found": "/recherche/?q=fibre",
    "search-nothing": "/recherche/?q=zeppelin",
    "about": "/a-propos/",
    "accessibility": "/accessibilite/",
    "privacy": "/confidentialite/",
    "legal": "/mentions-legales/",
    "english-home": "/en/",
    "english-listing": "/en/interviews/",
    "english-interview": "/en/interviews/superfast-broadband-and-telework/",
    "english-form": "/en/quote/",
    "english-search": "/en/search/?q=fibre",
    "404": "/rien/",
    "english-404": "/en/nothing/",
    "400": "/%00",
}


class Visitor:
    """One browser window that goes to ``STATES`` by name and keeps the HTML that it was sent."""

    thanks = {}  # where each site thanked: one request a site is enough

    def __init__(self, page, url):
        self.page, self.url = page, url
        page.on("response", self.keep)

    def keep(self, response):
        request = response.request
        if request.is_navigation_request() and request.frame == self.page.main_frame:
            self.document = response

    def go(self, name):
        """Show the state and return the status of the answer."""
        STATES[name](self)
        self.page.wait_for_load_state("networkidle")
        return self.document.status

    def html(self):
        return self.document.body().decode()

    def open(self, path):
        self.page.goto(self.url + path)


def path(name):
    return lambda visitor: visitor.open(PATHS[name])


def unfolded(visitor):
    visitor.open(INTERVIEW)
    visitor.page.evaluate("document.querySelector('.questions details').open = true")


def suggested(visitor):
    visitor.open("/recherche/")
    visitor.page.locator("#q").press_sequentially("fibre")
    visitor.page.locator("[role=option]").first.wait_for()
    visitor.page.keyboard.press("ArrowDown")


def errors(visitor):
    visitor.open("/devis/")
    visitor.page.fill("[name=email]", "solange@nulle")
    with visitor.page.expect_navigation():
        visitor.page.locator("main form button").click()


def thanks(visitor):
    """Send one request, later go back to its receipt."""
    if visitor.url in visitor.thanks:
        visitor.page.goto(visitor.thanks[visitor.url])
        return
    visitor.open("/devis/")
    for name, value in ANSWERS.items():
        visitor.page.fill(f"[name={name}]", value)
    visitor.page.wait_for_timeout(4_000)  # who answers in less than QUOTE_MIN_SECONDS is a machine
    visitor.page.locator("main form button").click()
    visitor.page.wait_for_url("**/devis/merci/*/")
    visitor.thanks[visitor.url] = visitor.page.url


def without_token(visitor):
    """Send the form as another site would, without our token."""
    visitor.open("/devis/")
    visitor.page.evaluate("document.querySelector('[name=csrfmiddlewaretoken]').remove()")
    with visitor.page.expect_navigation():
        visitor.page.locator("main form button").click()


def too_large(visitor):
    """Show what the server answers to a body that says it is too large; nothing of it is sent."""
    connection = http.client.HTTPConnection(urlsplit(visitor.url).netloc, timeout=20)
    connection.putrequest("POST", "/devis/")
    connection.putheader("Content-Length", str(10**9))
    connection.endheaders()
    answer = connection.getresponse()
    body, status = answer.read(), answer.status
    connection.close()
    visitor.page.route(
        "**/devis/",
        lambda route: route.fulfill(status=status, body=body, content_type="text/html"),
        times=1,
    )
    visitor.open("/devis/")


STATES = {name: path(name) for name in PATHS} | {
    "interview-unfolded": unfolded,
    "search-suggested": suggested,
    "form-errors": errors,
    "thanks": thanks,
    "403": without_token,
    "413": too_large,
}
STATUS = {"form-errors": 422, "404": 404, "english-404": 404, "400": 400, "403": 403, "413": 413}
# Pages whose images the worker makes.
SETTLED = [name for name in PATHS if name not in STATUS]
