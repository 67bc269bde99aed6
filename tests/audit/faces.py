"""On a slow line the first page is read in the house faces, and nothing moves when they come."""

from tests.audit.browser import window
from tests.browser.faces import WATCH_SHIFTS, faces_of

PAGES = ("home", "interview", "form")
# Bytes a second and milliseconds: "slow 4G" of Lighthouse, and "slow 3G".
LINES = {"1.6 Mbit/s": (200_000, 150), "0.4 Mbit/s": (50_000, 400)}
WIDTHS = (360, 1440)
HOUSE = ("Bricolage", "Newsreader")
TEXTS = ("h1", ".masthead a, .masthead__menu a", "main p")


def check(browser, url):
    """Return one line for each first load in other faces, or with a shift."""
    faults, loads = [], 0
    for name in PAGES:
        for line, conditions in LINES.items():
            for width in WIDTHS:
                loads += 1
                faces, shift = first_load(browser, url, name, width, *conditions)
                strangers = {face for face in faces if not face.startswith(HOUSE)}
                if strangers or shift:
                    faults.append(f"{name} at {line}, {width} px: {strangers} shift {shift}")
    print(f"faces: {loads - len(faults)} of {loads} first loads in house faces without a shift")
    return faults


def first_load(browser, url, name, width, speed, latency):
    """Return the families that the page ends in, and how far it moved until then."""
    with window(browser, url, width) as visitor:
        session = visitor.page.context.new_cdp_session(visitor.page)
        session.send("Network.enable")
        session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": latency,
                "downloadThroughput": speed,
                "uploadThroughput": speed,
            },
        )
        visitor.page.add_init_script(WATCH_SHIFTS)
        visitor.go(name)
        visitor.page.evaluate("document.fonts.ready.then(() => true)")
        visitor.page.wait_for_timeout(500)
        faces = set().union(*(faces_of(visitor.page, one) for one in TEXTS))
        return faces, visitor.page.evaluate("window.shift")
