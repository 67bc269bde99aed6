"""`make screenshots`: every kind of page, for a person to look through, in var/screenshots/.

Named page-width-theme.png. URL=http://… shows a site that runs already.
"""

import os
import shutil

from tests.audit.browser import chromium, window
from tests.audit.serving import ROOT, site
from tests.audit.visits import PATHS, SETTLED

FOLDER = ROOT / "var" / "screenshots"
WHOLE = [
    *("home", "listing", "topic", "person", "form", "form-errors", "thanks"),
    *("search-found", "search-nothing", "404"),
]
PARTS = {"top": 0, "middle": 0.5, "end": 1}  # of an interview, as shares of its height
WIDTHS = {360: 740, 768: 1024, 1440: 900, 1920: 1080}
SCROLL_THROUGH = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
    scrollTo({ top: y, behavior: "instant" });
    await new Promise((done) => setTimeout(done, 50));
  }
  scrollTo({ top: 0, behavior: "instant" });
}"""
SCROLL_TO = "(share) => scrollTo({ top: share * document.body.scrollHeight, behavior: 'instant' })"


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    paths = [PATHS[name] for name in SETTLED]
    with site(os.environ.get("URL"), paths) as url, chromium() as browser:
        for theme in ("light", "dark"):
            for width, height in WIDTHS.items():
                with window(browser, url, width, theme, height) as visitor:
                    take(visitor, f"{width}-{theme}.png")
    print(f"{len(list(FOLDER.iterdir()))} pictures in {FOLDER}")


def take(visitor, ending):
    for name in WHOLE:
        show(visitor, name)
        visitor.page.screenshot(path=FOLDER / f"{name}-{ending}", full_page=True)
    show(visitor, "interview")
    for part, share in PARTS.items():
        visitor.page.evaluate(SCROLL_TO, share)
        visitor.page.wait_for_timeout(300)
        visitor.page.screenshot(path=FOLDER / f"interview-{part}-{ending}")


def show(visitor, name):
    """Go there, and let the images below come too."""
    visitor.go(name)
    visitor.page.evaluate(SCROLL_THROUGH)
    visitor.page.wait_for_load_state("networkidle")


if __name__ == "__main__":
    main()
