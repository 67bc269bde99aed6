"""The first view of an interview is light, comes from one host, and does not move.

First view: a phone of 360 px with two device pixels to each, nothing cached, everything until
the network rests, without scrolling. Bytes are those on the wire, heads of the answers included.
"""

from urllib.parse import urlsplit

from tests.audit.browser import window
from tests.audit.visits import PATHS
from tests.browser.faces import WATCH_SHIFTS

KB = 1024
MAX_REQUESTS, MAX_SCRIPT = 8, 2 * KB
MAX_BYTES = 80 * KB
PAGES = ("interview-plain", "interview")  # without and with words in italics
PHONE = {"width": 360, "height": 740, "device_scale_factor": 2, "is_mobile": True}
SLOW = 2_000  # milliseconds that the fonts are late


def check(browser, url):
    """Return one line for each limit that does not hold."""
    return [fault for name in PAGES for fault in weigh(browser, url, name)]


def weigh(browser, url, name):
    with window(browser, url, **PHONE) as visitor:
        requests = record(visitor.page)
        shift = look(visitor, name)
    late = shift_with_late_fonts(browser, url + PATHS[name])
    for one in requests.values():
        print(f"  {one.get('bytes', 0):>7} {one['type']:<10} {one['url'].removeprefix(url)}")
    total = sum(one.get("bytes", 0) for one in requests.values())
    script = sum(one.get("bytes", 0) for one in requests.values() if one["type"] == "Script")
    others = {urlsplit(one["url"]).netloc for one in requests.values()} - {urlsplit(url).netloc}
    print(
        f"weight: {name}: {total} bytes, {len(requests)} requests, {script} bytes of script, "
        f"layout shift {shift}, with late fonts {late}"
    )
    limits = {
        f"{total} bytes, more than {MAX_BYTES}": total > MAX_BYTES,
        f"{len(requests)} requests, more than {MAX_REQUESTS}": len(requests) > MAX_REQUESTS,
        f"{script} bytes of script, more than {MAX_SCRIPT}": script > MAX_SCRIPT,
        f"other hosts: {others}": bool(others),
        f"the layout shifts: {shift}, with late fonts {late}": bool(shift or late),
    }
    return [f"{name}: {text}" for text, exceeded in limits.items() if exceeded]


def record(page):
    """Return what the page asks for from now on: each request's address, type, bytes."""
    requests = {}
    session = page.context.new_cdp_session(page)
    session.on("Network.requestWillBeSent", lambda event: begin(requests, event))
    session.on("Network.loadingFinished", lambda event: finish(requests, event))
    session.send("Network.enable")
    return requests


def begin(requests, event):
    requests[event["requestId"]] = {"url": event["request"]["url"], "type": event["type"]}


def finish(requests, event):
    requests[event["requestId"]]["bytes"] = round(event["encodedDataLength"])


def look(visitor, name):
    """Show the page and return how far its layout shifted."""
    visitor.page.add_init_script(WATCH_SHIFTS)
    visitor.go(name)
    visitor.page.wait_for_timeout(1_000)
    return visitor.page.evaluate("window.shift")


def shift_with_late_fonts(browser, address):
    with window(browser, address, **PHONE) as visitor:
        session = visitor.page.context.new_cdp_session(visitor.page)
        held = []
        session.on("Fetch.requestPaused", lambda event: held.append(event["requestId"]))
        session.send("Fetch.enable", {"patterns": [{"urlPattern": "*.woff2"}]})
        visitor.page.add_init_script(WATCH_SHIFTS)
        visitor.page.goto(address, wait_until="commit")
        visitor.page.wait_for_timeout(SLOW)
        assert held, "no font was asked for"
        for request in held:
            session.send("Fetch.continueRequest", {"requestId": request})
        visitor.page.wait_for_timeout(SLOW)
        return visitor.page.evaluate("window.shift")
