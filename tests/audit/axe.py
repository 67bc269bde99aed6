"""axe finds nothing on any page or state, in both themes, on a phone and on a desk."""

from pathlib import Path

from tests.audit.browser import window
from tests.audit.visits import STATES, STATUS

# Lighthouse brings it.
AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
RULES = [
    *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
    "best-practice",
]
RUN = """(tags) => axe.run(document, { runOnly: tags }).then(({ violations }) =>
  violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 200)}`)))"""


def check(browser, url):
    """Return one line for each violation."""
    source = AXE.read_text(encoding="utf-8")
    faults = []
    for theme in ("light", "dark"):
        for width in (360, 1440):
            with window(browser, url, width, theme, reduced_motion="reduce") as visitor:
                for name in STATES:
                    status = visitor.go(name)
                    assert status == STATUS.get(name, 200), (name, status)
                    visitor.page.evaluate(source)
                    found = visitor.page.evaluate(RUN, RULES)
                    faults += [f"{name}, {width} px, {theme}: {one}" for one in found]
    print(f"axe: {len(STATES)} states, 2 widths, 2 themes, {len(faults)} violations")
    return faults
