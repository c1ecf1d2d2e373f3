"""The Markdown that our templates write → the HTML that Python-Markdown gives, or nothing where it is not sure.

Known are headings (of level 1 as the first block only), paragraphs, tight lists, quotes of paragraphs, and the words of `inline.py`.
Held equal to Python-Markdown by tests/test_fast_markdown.py, which compares them on random pages.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from markdown.extensions.toc import nest_toc_tokens, slugify, unique

from builder.fast.inline import Addresses, Refused, convert_words
from builder.fast.sections import Section


def _refuse(url: str) -> str:
    raise Refused(url)


_NO_ADDRESS = Addresses(_refuse)
Heading = dict[str, Any]
_HEADING = re.compile(r"(#{1,6}) (.*[^#\s\\]|\\#)")
_BULLET = re.compile(r"- (?=\S)")
_NUMBER = re.compile(r"\d{1,9}\. (?=\S)")
# How a line of text may begin: nothing that starts a block of its own, whatever stands before it.
_LINE = re.compile(r"(?![-+*=~:#>|`] |\d+[.)](?:\s|$)|[-=~_`:]{2}|[+=~:#>|`]|-$|\[[^\]]*\]:|\*{3})")
# What another part of MkDocs or the theme looks for in the text.
_MARKS = re.compile(r"data-search-|\[TOC\]|<!--")


@dataclass(slots=True)
class Converted:
    """A page as HTML, with its headings and with its text for the search."""

    blocks: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    idents: set[str] = field(default_factory=set)
    counters: dict[str, int] = field(default_factory=dict)
    title: str | None = None

    @property
    def html(self) -> str:
        """The page's HTML."""
        return "\n".join(self.blocks)

    @property
    def toc(self) -> list[Any]:
        """The headings, nested as the toc extension nests them."""
        nested: list[Any] = nest_toc_tokens([dict(heading) for heading in self.headings])
        return nested


def convert_page(markdown: str, addresses: Addresses, *, permalink_title: str) -> Converted | None:
    """Return `markdown` converted, or nothing where it holds what only Python-Markdown should read."""
    if _MARKS.search(markdown) or "\r" in markdown:
        return None
    page = Converted()
    try:
        before = ""
        for block in _blocks(markdown):
            kind = _kind(block)
            if kind == before and kind in {"ul", "ol", "quote"}:
                raise Refused(block)  # Python-Markdown joins two lists, or two quotes
            if {kind, before} == {"ul", "ol"}:
                raise Refused(block)
            _add(page, kind, block, addresses, permalink_title)
            before = kind
    except Refused:
        return None
    return page


def _blocks(markdown: str) -> Iterator[str]:
    blocks = markdown.strip("\n").split("\n\n")
    for block in blocks:
        if not block or block[0].isspace() or block[-1].isspace():
            raise Refused(block)
        yield block


def _kind(block: str) -> str:
    if block[0] == "#":
        return "heading"
    if block[0] == ">":
        return "quote"
    if _BULLET.match(block):
        return "ul"
    return "ol" if _NUMBER.match(block) else "text"


def _add(page: Converted, kind: str, block: str, addresses: Addresses, permalink_title: str) -> None:
    if kind == "heading":
        _heading(page, block, permalink_title)
        return
    if not page.sections:
        page.sections.append(Section())
    section = page.sections[-1]
    section.blank()
    if kind == "text":
        page.blocks.append(_paragraph(section, block, addresses))
    elif kind == "quote":
        page.blocks.append(_quote(section, block, addresses))
    else:
        page.blocks.append(_list(section, kind, block, addresses))


def _heading(page: Converted, block: str, permalink_title: str) -> None:
    level, html, name, slug, words = _read_heading(block)
    if level == 1:
        if page.blocks:
            raise Refused(block)
        page.title = name
    ident = unique(slug, page.idents, page.counters)
    page.headings.append({"level": level, "id": ident, "name": name})
    link = f'<a class="headerlink" href="#{ident}" title="{permalink_title}">&para;</a>'
    page.blocks.append(f'<h{level} id="{ident}">{html}{link}</h{level}>')
    if not page.sections and level > 1:
        page.sections.append(Section())
    page.sections.append(Section(ident if page.sections else None, words))


@lru_cache(maxsize=4096)
def _read_heading(block: str) -> tuple[int, str, str, str, str]:
    match = _HEADING.fullmatch(block)
    if not match:
        raise Refused(block)
    html, words = convert_words(match[2], _NO_ADDRESS)
    if "<" in html or "&" in html:
        raise Refused(block)
    name = " ".join(html.split())
    return len(match[1]), html, name, slugify(name, "-"), "".join(words).strip()


def _paragraph(section: Section, block: str, addresses: Addresses) -> str:
    for line in block.split("\n"):
        if not _LINE.match(line) or line[:1] == " ":
            raise Refused(block)
    html, words = convert_words(block, addresses)
    section.start("p")
    section.say(words)
    section.end("p")
    return f"<p>{html}</p>"


def _quote(section: Section, block: str, addresses: Addresses) -> str:
    lines = block.split("\n")
    if not all(line == ">" or line[:2] == "> " for line in lines) or ">" in (lines[0], lines[-1]):
        raise Refused(block)
    html = ["<blockquote>"]
    for inner in _blocks("\n".join(line[2:] for line in lines)):
        if _kind(inner) != "text":
            raise Refused(block)
        section.blank()
        html.append(_paragraph(section, inner, addresses))
    section.blank()
    return "\n".join([*html, "</blockquote>"])


def _list(section: Section, kind: str, block: str, addresses: Addresses) -> str:
    html = [f"<{kind}>"]
    section.start(kind)
    for item in _items(kind, block):
        words_html, words = convert_words(item, addresses)
        section.blank()
        section.start("li")
        section.say(words)
        section.end("li")
        html.append(f"<li>{words_html}</li>")
    section.blank()
    section.end(kind)
    return "\n".join([*html, f"</{kind}>"])


def _items(kind: str, block: str) -> list[str]:
    mark = _BULLET if kind == "ul" else _NUMBER
    items: list[str] = []
    for line in block.split("\n"):
        if match := mark.match(line):
            if not items and kind == "ol" and match[0] != "1. ":
                raise Refused(block)  # the list would begin at another number
            items.append(line[match.end() :])
            text = items[-1]
        elif line[:1] == " " and line[:8].strip(" "):
            text = line.lstrip(" ")
            items[-1] += "\n" + line
        else:
            raise Refused(block)
        if not _LINE.match(text) or text[0].isspace():
            raise Refused(block)
    return items
