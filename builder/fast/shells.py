"""The theme's page without what differs from page to page: drawn once for each shape of page, then filled in.

A shape is everything that the templates decide by. The first page of each shape is drawn by the theme as well; where
the two differ in one byte, all pages of that shape are left to the theme.
"""

import copy
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, Template
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import escape
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import normalize_url

Context = Mapping[str, Any]
# What a page's front matter may say; the templates read no more of it on pages outside the navigation.
_READ = frozenset(
    ["title", "description", "kind", "hide", "tags", "search", "trail", "record", "wide", "data", "linked_data"]
)
_NEEDED = frozenset(["description", "kind"])
_TAGGED = re.compile(r"[<>&]|\s\s")  # what the theme changes in a title that is not from the front matter
_MARK = re.compile("\x02([A-Z])\x03")


def _mark(letter: str) -> str:
    return f"\x02{letter}\x03"


@dataclass(frozen=True, slots=True)
class Shell:
    """The theme's text around the parts that differ, and what stands between two entries of the contents."""

    parts: list[str]
    between: str


@dataclass(frozen=True, slots=True)
class Shells:
    """The shells of one build, and the small parts that many pages share."""

    environment: Environment
    known: dict[object, Shell | None] = field(default_factory=dict)
    fragments: dict[object, str] = field(default_factory=dict)

    def draw(self, context: Context) -> str:
        """Return the page of `context` as the theme would draw it."""
        page: Page = context["page"]
        template = self.environment.get_template(page.meta.get("template", "main.html"))
        shape = _shape(page, context)
        if shape is None:
            return template.render(context)
        if shape not in self.known:
            drawn = template.render(context)
            shell = self._make(template, context)
            self.known[shape] = shell if shell and self._stamp(shell, context) == drawn else None
            return drawn
        shell = self.known[shape]
        return self._stamp(shell, context) if shell else template.render(context)

    def _make(self, template: Template, context: Context) -> Shell | None:
        page: Page = context["page"]
        blank = _blank(page)
        drawn, between = template.render({**context, "page": blank}), ""
        if _items(page):
            one, two = (self._item(item) for item in _items(blank))
            start, end = drawn.find(one), drawn.find(two)
            if start < 0 or end < start:
                return None
            between = drawn[start + len(one) : end]
            drawn = drawn[:start] + _mark("K") + drawn[end + len(two) :]
        for letter, text in (("G", self._tags(context)), ("P", self._trail(context))):
            if text and drawn.count(text) != 1:
                return None
            drawn = drawn.replace(text, _mark(letter)) if text else drawn
        drawn = drawn.replace("<h1" + _mark("C"), _mark("C")).replace("/" + _mark("W"), _mark("W"))
        drawn = drawn.replace("/" + _mark("J"), _mark("J")).replace(self._json(_mark("L")), _mark("L"))
        return Shell(_MARK.split(drawn), between)

    def _stamp(self, shell: Shell, context: Context) -> str:
        page: Page = context["page"]
        meta, first = page.meta, next(iter(page.toc), None)
        values = {
            "T": page.title,
            "D": meta["description"],
            "R": meta.get("record"),
            "U": page.canonical_url,
            "E": page.edit_url,
            "G": self._tags(context),
            "P": self._trail(context),
            "K": shell.between.join(map(self._item, _items(page))),
            "A": first.id if first else "",
            "J": _address(page, context, "data"),
            "L": self._json(meta.get("linked_data")),
            **_content(page, context),
        }
        return "".join(values[part] if number % 2 else part for number, part in enumerate(shell.parts))

    def _json(self, value: object) -> str:
        """Return a value as the filter `tojson` writes it."""
        policies = self.environment.policies
        return str(htmlsafe_json_dumps(value, dumps=policies["json.dumps_function"], **policies["json.dumps_kwargs"]))

    def _item(self, item: AnchorLink) -> str:
        return self._fragment(_tree(item), "partials/toc-item.html", {"toc_item": item})

    def _tags(self, context: Context) -> str:
        tags = context.get("tags")
        if not tags:
            return ""
        key = ("tags", _folder(context["page"]), tuple((tag.name, tag.url, tag.hidden) for tag in tags))
        return self._fragment(key, "partials/tags.html", context)

    def _trail(self, context: Context) -> str:
        page: Page = context["page"]
        if not page.meta.get("trail"):
            return ""
        return self._fragment(("trail", _folder(page), repr(page.meta["trail"])), "partials/path.html", context)

    def _fragment(self, key: object, name: str, context: Context) -> str:
        if key not in self.fragments:
            self.fragments[key] = self.environment.get_template(name).render(context)
        return self.fragments[key]


def _shape(page: Page, context: Context) -> object:
    """Return all that the templates decide by, or nothing for a page that is better left to the theme."""
    meta, keys = page.meta, frozenset(page.meta)
    in_nav = page.parent or page.previous_page or page.next_page
    if in_nav or not _NEEDED <= keys <= _READ or not all(isinstance(meta[k], str) and meta[k] for k in _NEEDED):
        return None
    content, first = page.content or "", next(iter(page.toc), None)
    if "title" not in meta and _TAGGED.search(page.title or "<"):
        return None
    if "wide" in meta and ("<h1" in content or "<img" not in content):
        return None
    hide = tuple(map(str, meta.get("hide") or ()))
    filled = tuple(bool(meta.get(key)) for key in ("trail", "record", "wide", "data", "linked_data"))
    outside = (page.canonical_url is None, page.edit_url is None, "<h1" in content, bool(context.get("tags")))
    contents = (first is not None, first is not None and first.level == 1, bool(_items(page)))
    return (_folder(page), meta["kind"], hide, keys, filled, outside, contents)


def _blank(page: Page) -> Page:
    """Return a page of the same shape with marks for what differs."""
    blank = copy.copy(page)
    marks = {"title": _mark("T"), "description": _mark("D"), "record": _mark("R"), "wide": f"/{_mark('W')}"}
    marks |= {"data": f"/{_mark('J')}", "linked_data": _mark("L")}
    blank.meta = {key: marks.get(key, value) if value else value for key, value in page.meta.items()}
    blank._title_from_render = _mark("T")
    blank.canonical_url = _mark("U") if page.canonical_url is not None else None
    blank.edit_url = _mark("E") if page.edit_url is not None else None
    blank.content = _mark("C")
    if "<h1" in (page.content or ""):
        blank.content = "<h1" + _mark("C")
    if page.meta.get("wide"):
        blank.content = f"{_mark('C')}<img{_mark('I')}>{_mark('N')}"
    first = next(iter(page.toc), None)
    if first is not None:
        # The first heading's address stands in "Skip to content" too; under a title of level 1 the entries come below it.
        top = AnchorLink(_mark("K"), _mark("A"), first.level)
        more = [AnchorLink(_mark("K"), f"{_mark('K')}{n}", 2) for n in (1, 2)]
        if first.level == 1:
            top.children = more if first.children else []
        blank.toc = TableOfContents([top] if first.level == 1 else [top, more[0]])
    return blank


def _content(page: Page, context: Context) -> dict[str, str]:
    """Return the page's content under its marks, cut where overrides/partials/content.html cuts it."""
    content = page.content or ""
    if not page.meta.get("wide"):
        return {"C": content}
    before, picture = content.split("<img", 1)
    picture, after = picture.split(">", 1)
    return {"C": before, "I": picture, "N": after, "W": _address(page, context, "wide")}


def _address(page: Page, context: Context, key: str) -> str:
    """Return an address from the front matter as the filters `url` and `e` write it."""
    address = page.meta.get(key)
    return str(escape(normalize_url(address, page=page, base=context["base_url"]))) if address else ""


def _items(page: Page) -> list[AnchorLink]:
    """Return the entries of the contents that the theme shows."""
    items = list(page.toc)
    return list(items[0].children) if items and items[0].level == 1 else items


def _tree(item: AnchorLink) -> object:
    return (item.title, item.id, item.level, *map(_tree, item.children))


def _folder(page: Page) -> str:
    """Return what the addresses of the theme on a page are relative to."""
    return posixpath.dirname(page.url.rstrip("/"))
