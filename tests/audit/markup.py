"""The Nu Html Checker finds neither an error nor a warning in what the server sends."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.audit.browser import window
from tests.audit.visits import STATES

JAR = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"
# What the checker says: why it stays all the same.
EXCEPTIONS = {
    "The “list” role is unnecessary for element “ul”.": "VoiceOver drops lists without markers",
    "The “list” role is unnecessary for element “ol”.": "VoiceOver drops lists without markers",
}


def check(browser, url):
    """Return one line for each message."""
    if not shutil.which("java"):
        return ["The Nu Html Checker needs Java 11 or later, and there is no `java` here."]
    with tempfile.TemporaryDirectory() as folder:
        with window(browser, url, 1440, java_script_enabled=False) as visitor:
            for name in STATES:
                if name != "interview-unfolded":  # the same document as the folded one
                    visitor.go(name)
                    Path(folder, f"{name}.html").write_text(visitor.html(), encoding="utf-8")
        done = subprocess.run(
            ["java", "-jar", str(JAR), "--format", "json", "--exit-zero-always", folder],  # noqa: S607
            capture_output=True,
            text=True,
            check=True,
        )
    messages = json.loads(done.stdout or done.stderr)["messages"]
    faults = [line(one) for one in messages if one["message"] not in EXCEPTIONS]
    print(f"markup: {len(STATES) - 1} documents, {len(faults)} errors and warnings")
    return faults


def line(message):
    name = Path(message.get("url", "")).stem
    extract = message.get("extract", "").replace("\n", " ")
    return f"{name}:{message.get('lastLine')}: {message['message']} {extract}"
