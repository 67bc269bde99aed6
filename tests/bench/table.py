"""Figures as a Markdown table."""


def markdown(heads, rows):
    """Return a table: the first column to the left, the others to the right."""
    cells = [[shown(value) for value in row] for row in rows]
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *cells]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def shown(value):
    """Return ``value`` with as many digits as mean something, “–” for what was not measured."""
    if value is None:
        return "–"
    if isinstance(value, float):
        digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
        return f"{value:,.{digits}f}"
    return f"{value:,}" if isinstance(value, int) else str(value)
