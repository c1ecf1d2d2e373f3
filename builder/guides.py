"""Pages that people write by hand, read as prose: what is said, and in which line.

Plain Markdown only, as the site's pages are; a table, a heading or a block of code is no prose.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.problems import Problem
from builder.source import read_text, relative

FOLDERS = ("about", "guides", "safety")
APART = frozenset({"Sources", "Search words", "About this page"})  # lists of names, not sentences to read
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_ITEM = re.compile(r"\s*(?:[-*]|\d+\.)\s+")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or an item of a list as one line of text, and the line of the file that it starts in."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Guide:
    """One page by hand. `path` is relative to the root."""

    path: str
    paragraphs: tuple[Paragraph, ...]


def read_guides(root: Path) -> tuple[tuple[Guide, ...], list[Problem]]:
    """Return the pages of content/about, content/guides and content/safety, and what is wrong with their bytes."""
    guides, problems = [], []
    for folder in FOLDERS:
        for file in sorted((root / "content" / folder).glob("*.md")):
            text, faults = read_text(file, root)
            problems += faults
            if text is not None:
                guides.append(Guide(relative(file, root), tuple(paragraphs(text))))
    return tuple(guides), problems


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield what is to be read, part by part, without marks of Markdown."""
    start, parts = 0, list[str]()
    for number, line in _prose_lines(text):
        item = _ITEM.match(line)
        if parts and (item or not line):
            yield Paragraph(start, " ".join(parts))
            parts = []
        if line:
            start = start if parts else number
            parts.append(_LINK.sub(r"\1", line[item.end() :] if item else line.strip()))
    if parts:
        yield Paragraph(start, " ".join(parts))


def _prose_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its number; one that is no prose as an empty line."""
    front = _FRONT.match(text)
    first = front[0].count("\n") if front else 0
    apart = code = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("```"):
            code = not code
        elif line.startswith("#") and not code:
            apart = line.lstrip("# ") in APART
        elif number > first and not (apart or code or line.startswith("|")):
            yield number, line
            continue
        yield number, ""
