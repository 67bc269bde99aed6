"""A video in a browser: nothing outside is asked for before the click, then the player plays."""

import pytest
from playwright.sync_api import expect

from tests.video import videos

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

WATCH = "https://www.youtube.com/watch?v=ab_CD-12345"
# All shifts from now on, also those that the browser forgives after a key or a click.
WATCH_SHIFTS = """() => {
  window.shifts = [];
  const watch = (list) => window.shifts.push(...list.getEntries().map((entry) => entry.value));
  new PerformanceObserver(watch).observe({ type: "layout-shift" });
}"""


def reader(open_browser, live_server, **options):
    """Return a browser and the list of what it asks of others, all of which is answered here."""
    page = open_browser(**options)
    asked = []

    def answer(route):
        asked.append(route.request)
        route.fulfill(content_type="text/html", body="<title>Lecteur</title><button>Lire</button>")

    page.context.route(lambda url: not url.startswith(live_server.url), answer)
    return page, asked


@pytest.mark.parametrize("width", [1280, 360])
def test_the_player_comes_with_the_click_and_has_the_focus(open_browser, live_server, width):
    interview = videos.interview(videos.block())
    page, asked = reader(open_browser, live_server, viewport={"width": width, "height": 800})
    page.goto(interview.url)
    start = page.get_by_role("link", name="Lancer la vidéo")
    expect(start).to_contain_text("Visite du chantier")
    stage = page.locator(".video__stage")
    stage.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    assert asked == []
    before = stage.bounding_box()
    page.evaluate(WATCH_SHIFTS)

    start.focus()
    page.keyboard.press("Enter")
    player = page.frame_locator(".video__player")
    expect(player.get_by_role("button", name="Lire")).to_be_visible()
    expect(page.locator(".video__player")).to_be_focused()
    assert [request.url.split("?")[0] for request in asked] == [
        "https://www.youtube-nocookie.com/embed/ab_CD-12345"
    ]
    assert asked[0].headers["referer"] == f"{live_server.url}/"
    assert stage.bounding_box() == before
    assert page.evaluate("window.shifts") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_javascript_the_link_opens_at_the_host(open_browser, live_server):
    interview = videos.interview(videos.block())
    page, asked = reader(open_browser, live_server, java_script_enabled=False)
    page.goto(interview.url)
    page.get_by_role("link", name="Lancer la vidéo").click()
    page.wait_for_url(WATCH)
    assert [request.url for request in asked] == [WATCH]


def test_on_paper_there_is_the_address_and_the_transcript(open_browser, live_server):
    interview = videos.interview(videos.block())
    page, asked = reader(open_browser, live_server)
    page.goto(interview.url)
    transcript = page.get_by_text("Voici le local technique.")
    expect(transcript).not_to_be_visible()
    page.emulate_media(media="print")
    expect(transcript).to_be_visible()
    expect(page.get_by_role("link", name="Lancer la vidéo")).to_have_count(0)
    printed = "e => getComputedStyle(e, '::after').content"
    assert WATCH in page.locator(".video__source a").evaluate(printed)
    assert asked == []
