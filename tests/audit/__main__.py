"""`make audit`: axe, markup, weight and Lighthouse on the site with demo content.

URL=http://… audits a site that runs already, with the demo's pages; it keeps one quote request
of ours. Otherwise a fresh one is set up, and removed.
"""

import os
import sys

from tests.audit import axe, faces, lighthouse, markup, weight
from tests.audit.browser import chromium
from tests.audit.serving import site
from tests.audit.visits import PATHS, SETTLED

CHECKS = (weight, faces, markup, axe, lighthouse)


def main():
    with site(os.environ.get("URL"), [PATHS[name] for name in SETTLED]) as url:
        faults = []
        with chromium() as browser:
            for check in CHECKS:
                found = check.check(browser, url)
                for fault in found:
                    print(f"  ! {fault}", flush=True)
                faults += found
    sys.exit(f"{len(faults)} faults." if faults else 0)


if __name__ == "__main__":
    main()
