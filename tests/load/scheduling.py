"""Prove that what is due is published exactly once, whatever happens to the workers.

`make prove` runs it on the database of DATABASE_URL's server (SQLite without one), in a
database of its own: 200 due pages, three of them unpublishable, real worker processes, one of
them killed with SIGKILL in the middle. It prints the figures and fails when one is wrong.
The suite runs the same with fewer pages.
"""

import signal
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from tests.load.database import ROOT, database, environment, report, start_django

STUCK = 3


def due_pages(count):
    """Make ``count`` approved drafts whose date has passed; return their revisions."""
    from django.utils import timezone

    from tests import factories

    due = timezone.now() - timedelta(hours=1)
    revisions = []
    for number in range(count):
        page = factories.interview(
            f"Due {'x' * (number % 40)} {number}", slug=f"due-{number}", live=False
        )
        page.go_live_at = due
        revisions.append(page.save_revision(approved_go_live_at=due))
    return revisions


def spoil(revisions):
    """Make the revisions unpublishable: two have a sibling's address, one has no standfirst."""
    from tests import factories

    factories.interview("Sibling", slug="taken")
    for revision, change in zip(
        revisions, [{"slug": "taken"}, {"slug": "taken"}, {"standfirst": ""}], strict=True
    ):
        revision.content = {**revision.content, **change}
        revision.save(update_fields=["content"])


def correct(revisions):
    """Take away what stood in the way: the sibling moves, the second and third are mended."""
    from articles.models import InterviewPage

    for revision, change in zip(
        revisions[1:], [{"slug": "other"}, {"standfirst": "Due."}], strict=True
    ):
        revision.content = {**revision.content, **change}
        revision.save(update_fields=["content"])
    sibling = InterviewPage.objects.get(slug="taken", live=True)
    sibling.slug = "moved"
    sibling.save()


def worker(folder, *arguments):
    """Start a worker that puts its mail into ``folder``."""
    return mail_worker(f"filemail:///{folder}", *arguments)


def mail_worker(mail_url, *arguments):
    """Start a worker on the database of the test, with ``mail_url`` as its EMAIL_URL."""
    return subprocess.Popen(
        [sys.executable, "manage.py", "run_worker", *arguments],
        cwd=ROOT,
        env=environment(mail_url),
    )


def published():
    """Return how often each page was published by schedule."""
    from django.db.models import Count
    from wagtail.models import PageLogEntry

    entries = PageLogEntry.objects.filter(action="wagtail.publish.scheduled").order_by()
    return dict(entries.values_list("page").annotate(Count("pk")))


def wait(condition, seconds=300):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("The workers did not come to an end.")
        time.sleep(0.05)


def prove_publication(count, workers):
    """Publish ``count`` due pages; return (what is claimed, what was seen, as it should be)."""
    from post_office.models import Email
    from wagtail.models import Page

    from editing.schedule import due as schedule
    from editing.schedule.problems import PublicationProblem

    revisions = due_pages(count)
    stuck = revisions[:STUCK]
    spoil(stuck)
    good = {int(revision.object_id) for revision in revisions[STUCK:]}
    mails = Email.objects.count()
    with tempfile.TemporaryDirectory() as mail:
        started = time.monotonic()
        running = [worker(mail, "--interval", "1") for _ in range(workers)]
        wait(lambda: len(published()) >= len(good) // 4)
        begun = time.monotonic()
        before = len(published())
        victim = running.pop(0)
        victim.send_signal(signal.SIGKILL)
        victim.wait()
        if not running:
            running.append(worker(mail, "--interval", "1"))
        wait(lambda: schedule.late().count() == STUCK)
        wait(lambda: PublicationProblem.objects.count() == STUCK)
        ended = time.monotonic()
        time.sleep(3)  # some more passes, which must change nothing
        for process in running:
            process.terminate()
            process.wait()
        counts = published()
        live = set(Page.objects.filter(pk__in=good, live=True).values_list("pk", flat=True))
        chiefs = len(mailed_people())
        rows = [
            ("seconds until the last one", round(ended - started, 1), None),
            (
                "pages a second after the kill",
                round((len(good) - before) / max(ended - begun, 0.01), 1),
                None,
            ),
            ("published before SIGKILL", before, None),
            ("published", len(counts), len(good)),
            ("published more than once", sum(n > 1 for n in counts.values()), 0),
            ("live without a log entry, or the reverse", len(live ^ set(counts)), 0),
            ("still due", schedule.late().count(), STUCK),
            ("recorded as problems", PublicationProblem.objects.count(), STUCK),
            ("mails of it", Email.objects.count() - mails, STUCK * chiefs),
        ]
        correct(stuck)
        worker(mail, "--once").wait()
    counts = published()
    return [
        *rows,
        ("published after correction, by the next pass", len(counts), count),
        ("published more than once", sum(n > 1 for n in counts.values()), 0),
        ("still due", schedule.late().count(), 0),
        ("problems left", PublicationProblem.objects.count(), 0),
    ]


def mailed_people():
    from editing.schedule.report import chiefs
    from tests import factories

    return chiefs(factories.index())


def prove_mail(count):
    """Send ``count`` mails with two workers at once; return rows like the above."""
    from post_office import mail as outbox

    outbox.send_many(
        [{"recipients": [f"a{n}@b.example"], "subject": "s", "message": "m"} for n in range(count)]
    )
    with tempfile.TemporaryDirectory() as folder:
        for process in [worker(folder, "--once"), worker(folder, "--once")]:
            process.wait()
        sent = [
            line.strip()
            for file in Path(folder).iterdir()
            for line in file.read_text(encoding="utf-8").splitlines()
            if line.startswith("To: a")
        ]
    return [("mails sent by two workers", len(sent), count), ("different", len(set(sent)), count)]


def main():
    start_django()
    from home.setup import roles
    from tests.conftest import account

    with database("proof_of_schedule") as connection:
        account("cheffe", roles.CHIEF)
        workers = 1 if connection.vendor == "sqlite" else 2
        rows = prove_publication(200, workers) + prove_mail(200)
    sys.exit(not report(f"{connection.vendor}, {workers} worker(s), one killed", rows))


if __name__ == "__main__":
    main()
