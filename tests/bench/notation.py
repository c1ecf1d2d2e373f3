"""How numbers are written in the tables: three figures that count, a dash where nothing was measured."""


def seconds(value: float | None) -> str:
    """Return a time: `0.42 s`, `3.1 s`, `140 s`."""
    return f"{figures(value)} s" if value is not None else "–"


def times(value: float | None) -> str:
    """Return a ratio: `0.42 ×`."""
    return f"{figures(value)} ×" if value is not None else "–"


def figures(value: float | None) -> str:
    """Return two or three figures that count, without an exponent."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def kib(value: float | None) -> str:
    """Return bytes as KiB: `38.7 KiB`."""
    return f"{figures(value / 1024)} KiB" if value is not None else "–"


def table(head: list[str], rows: list[list[str]]) -> str:
    """Return a Markdown table; the first column is text, the others are numbers."""
    marks = ["---", *["--:"] * (len(head) - 1)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in [head, marks, *rows])
