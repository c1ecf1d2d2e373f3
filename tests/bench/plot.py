"""The time of a cold build against the number of records, as a small SVG. Both axes are logarithmic."""

import math
from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 70, 190, 56, 56
# Dark enough on white for 4.5:1, and no two alike for readers who see few colours: each line has its own mark, too.
LOOKS = (
    ("#9c2f00", "circle"),
    ("#b4591f", "ring"),
    ("#1f4fa3", "square"),
    ("#6b3fa0", "diamond"),
    ("#0b6e4f", "up"),
    ("#555555", "cross"),
)
MARKS = {
    "circle": '<circle r="5" fill="{c}"/>',
    "ring": '<circle r="4.5" fill="#fff" stroke="{c}" stroke-width="2"/>',
    "square": '<rect x="-4.5" y="-4.5" width="9" height="9" fill="{c}"/>',
    "diamond": '<path d="M0-6 6 0 0 6-6 0z" fill="{c}"/>',
    "up": '<path d="M0-6 6 5H-6z" fill="{c}"/>',
    "cross": '<path d="M-5-5 5 5M5-5-5 5" stroke="{c}" stroke-width="2.5"/>',
}
Points = Sequence[tuple[int, float]]


def plot(lines: Mapping[str, Points], *, title: str, words: str) -> str:
    """Return the SVG of named lines of (records, seconds); `words` say the same to who cannot see it. Empty where nothing is."""
    counts = sorted({count for points in lines.values() for count, _ in points})
    values = [value for points in lines.values() for _, value in points]
    if not values:
        return ""
    low, high = 10 ** math.floor(math.log10(min(values))), 10 ** math.ceil(math.log10(max(values)))
    across, up = _scale(counts[0], counts[-1], LEFT, WIDTH - RIGHT), _scale(low, high, HEIGHT - BOTTOM, TOP)
    parts = [_grid(counts, across, low, high, up)]
    labels = _spread([(up(points[-1][1]), name) for name, points in lines.items() if points])
    for (name, points), (colour, mark) in zip(lines.items(), LOOKS, strict=False):
        if points:
            parts.append(_line([(across(count), up(value)) for count, value in points], colour, mark))
            parts.append(_label(across(points[-1][0]) + 14, labels[name], name, colour))
    return _frame("".join(parts), title, words)


def _scale(low: float, high: float, start: float, end: float):
    width = math.log10(high / low) or 1.0
    return lambda value: round(start + (end - start) * math.log10(value / low) / width, 1)


def _grid(counts: Sequence[int], across, low: float, high: float, up) -> str:
    parts = []
    for power in range(round(math.log10(low)), round(math.log10(high)) + 1):
        y = up(10**power)
        parts.append(f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 10}" y="{y + 4}" text-anchor="end">{10**power:g} s</text>')
    for count in counts:
        parts.append(f'<path d="M{across(count)} {TOP}V{HEIGHT - BOTTOM}" stroke="#eee"/>')
        parts.append(f'<text x="{across(count)}" y="{HEIGHT - BOTTOM + 22}" text-anchor="middle">{count:,}</text>')
    middle = (LEFT + WIDTH - RIGHT) / 2
    return "".join(parts) + f'<text x="{middle}" y="{HEIGHT - 10}" text-anchor="middle">records</text>'


def _line(points: Sequence[tuple[float, float]], colour: str, mark: str) -> str:
    path = " ".join(f"{x},{y}" for x, y in points)
    marks = "".join(f'<g transform="translate({x} {y})">{MARKS[mark].format(c=colour)}</g>' for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>{marks}'


def _label(x: float, y: float, name: str, colour: str) -> str:
    return f'<text x="{x}" y="{y + 4}" fill="{colour}" font-weight="600">{escape(name)}</text>'


def _spread(wanted: Sequence[tuple[float, str]]) -> dict[str, float]:
    """Return heights for labels, from the top down, no two closer than a line."""
    placed: dict[str, float] = {}
    last = 0.0
    for y, name in sorted(wanted):
        last = placed[name] = max(y, last + 17)
    return placed


def _frame(inside: str, title: str, words: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-labelledby="t d" font-family="sans-serif" font-size="13" fill="#333">\n'
        f'<title id="t">{escape(title)}</title><desc id="d">{escape(words)}</desc>\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n'
        f'<text x="{LEFT}" y="28" font-size="16" font-weight="600">{escape(title)}</text>\n{inside}\n</svg>\n'
    )
