"""The report: one Markdown section for each thing that was measured."""

from tests.bench import inside
from tests.bench.gauges.rounds import ratio
from tests.bench.pages import PAGES
from tests.bench.table import markdown

PAGE_HEADS = [
    "page", "status", "KB", "CPU ms", "of the bare page", "queries", "SQL ms",
    "stored: CPU ms", "× constant view",
]  # fmt: skip


def of_floors(floors):
    """Return the floors in process: CPU and queries."""
    rows = [
        (name, round(found["size"] / 1024), float(found["cpu"]), found["queries"])
        for name, found in floors.items()
    ]
    return markdown(["floor, in process", "KB", "CPU ms", "queries"], rows)


def of_pages(floors, pages):
    """Return a line for each page: uncached, beside the bare page; stored, beside the view."""
    bare, constant = floors[inside.BARE]["cpu"], floors[inside.CONSTANT]["cpu"]
    rows = []
    for page in PAGES:
        found = pages[page.name, False]
        stored = pages.get((page.name, True), {}).get("cpu")
        status = found["status"]
        if page.status and status != page.status:
            status = f"{status}, not {page.status}"
        rows.append(
            (
                page.name,
                status,
                round(found["size"] / 1024),
                found["cpu"],
                ratio(bare, found["cpu"]),
                found["queries"],
                found["sql"],
                stored,
                ratio(constant, stored),
            )
        )
    return markdown(PAGE_HEADS, rows)


def of_searches(found):
    """Return what `searches.measured` returned, in two sentences."""
    cpu, sql = (
        ", ".join(f"{value:.1f} ms ({share})" for share, value in found[figure].items())
        for figure in ("cpu", "sql")
    )
    return (
        f"Searches of many kinds: CPU {cpu}; SQL {sql}; at most {found['queries']} statements. The "
        f"index: {found['documents']:,} documents, {found['postings']:,} postings, "
        f"{found['words']:,} words, {found['bytes'] / 1e6:.0f} MB, made in {found['seconds']:.0f} s"
        " of CPU.\n"
    )


def of_servers(served):
    """Return the servers: requests a second and CPU of each request."""
    rows = [(name, found["rate"], found["cpu"]) for name, found in served.items()]
    return markdown(["over HTTP, one core", "requests/s", "CPU µs a request"], rows)


def of_processes(starts, memory):
    """Return start and memory in a sentence each."""
    lines = [
        f"- {which} `make run`: {prepared:.1f} s of CPU until the servers start, {answers:.1f} "
        "until the site answers, with web processes and worker"
        for which, (prepared, answers) in zip(("first", "second"), starts, strict=False)
    ]
    if memory:
        done, start, warm, end = memory
        lines.append(
            f"- private memory of all web processes: {start:.0f} MB after the start, "
            f"{warm:.0f} after a tenth of {done:,} mixed requests, {end:.0f} after all"
        )
    return "".join(f"{line}\n" for line in lines)
