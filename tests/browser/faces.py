"""What letters a browser drew, and whether anything moved."""

# All shifts, also those before the observer.
WATCH_SHIFTS = """window.shift = 0;
window.moved = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    window.shift += entry.value;
    for (const { node, previousRect, currentRect } of entry.sources) {
      const text = (node?.textContent ?? "").trim().slice(0, 30);
      const [before, after] = [previousRect, currentRect].map((box) => [box.x, box.y, box.width]);
      window.moved.push(`${node?.nodeName} ${text}: ${before} → ${after}`);
    }
  }
}).observe({ type: "layout-shift", buffered: true });"""


def faces_of(page, selector):
    """Return the families in which the text of the first ``selector`` was really drawn."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {font["familyName"] for font in fonts}
