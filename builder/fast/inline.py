"""Words inside a block → HTML and what the search keeps, for the marks that our pages use.

Anything that Python-Markdown might read in another way is refused, and the whole page is left to it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape, unescape

Words = tuple[str, list[str]]
MOST_KNOWN = 20_000  # texts that are kept for the pages to come


@dataclass(frozen=True, slots=True)
class Addresses:
    """How a page's addresses are found, and the texts that its neighbours had converted before."""

    find: Callable[[str], str]
    own: str = ""  # the page's file: what its neighbours call it leads elsewhere on the page itself
    known: dict[str, Words] = field(default_factory=dict)

    def shares(self, text: str) -> bool:
        """Whether a text is the same HTML on all pages of the folder."""
        return "#" not in text and not (self.own and self.own in text)


# No character here means anything to Python-Markdown; marks, braces, bars and blanks other than a space are left out.
_PLAIN = r"[^\\`*_\[\]{}<>&|!\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"
_ESCAPED = r"\\[\\`*_{}\[\]()>#+\-.!]"
_ENTITY = r"&(?:lt|gt|amp|quot|#\d{2,6});"
_ATOM = rf"(?:{_PLAIN}|!(?!\[)|{_ESCAPED}|{_ENTITY}|&(?=[ \n]|[A-Za-z]+[ .,\n]))"
_TOKEN = re.compile(
    rf"(?P<text>{_ATOM}+)"
    rf"|(?<!\*)\*\*(?=[^\s*])(?P<strong>(?:{_ATOM}|[\[\]])+)(?<=\S)\*\*(?!\*)"
    rf"|(?<!\*)\*(?=[^\s*])(?P<em>(?:{_ATOM}|[\[\]])+)(?<=\S)\*(?!\*)"
    rf"|(?P<picture>!?)\[(?=\S)(?P<label>{_ATOM}+)(?<=\S)\]\((?P<url>(?:[A-Za-z0-9_./:%#?=&~+,;@$-]+|\([A-Za-z0-9_./:%-]*\))+)\)"
)
_PLAIN_TEXT = re.compile(rf"(?:{_PLAIN}|!(?!\[))+").fullmatch
_SHOWN = re.compile(rf"({_ESCAPED})|{_ENTITY}|&")
# A blank at the end of a line is a line break, and a line that ends in a backslash may be.
_RAGGED = re.compile(r"[^\S\n]\n|\\\n|\n\n|\n[^\S\n ]")


class Refused(Exception):
    """Not in the subset: Python-Markdown has to look at this page."""


def convert_words(text: str, addresses: Addresses) -> Words:
    """Return the HTML of `text`, and the pieces of text that the search's reader would see in it."""
    if not text or text[0].isspace() or text[-1].isspace() or ("\n" in text and _RAGGED.search(text)):
        raise Refused(text)
    if _PLAIN_TEXT(text):
        return text, [text.replace("\n", " ")]
    if not addresses.shares(text):
        return _spans(text, addresses, inside=False)
    if (found := addresses.known.get(text)) is None:
        found = _spans(text, addresses, inside=False)
        if len(addresses.known) < MOST_KNOWN:
            addresses.known[text] = found
    return found


def _spans(text: str, addresses: Addresses, *, inside: bool) -> Words:
    html: list[str] = []
    seen: list[str] = []
    end = 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if match.start() != end or (inside and kind in {"strong", "em"}):
            raise Refused(text)
        end = match.end()
        if kind == "text":
            html.append(_shown(match[0]))
            _keep(seen, html[-1])
        elif kind == "url":
            html.append(_link(match, addresses))
            if not match["picture"]:
                _keep(seen, _shown(match["label"]))
        else:
            inner, words = _spans(match[kind or ""], addresses, inside=True)
            html.append(f"<{kind}>{inner}</{kind}>")
            seen += words
    if end != len(text):
        raise Refused(text)
    return "".join(html), seen


def _link(match: re.Match[str], addresses: Addresses) -> str:
    url = match["url"]
    if "&" in url and ";" in url:
        raise Refused(url)
    url = addresses.find(url).replace("&", "&amp;")
    if not match["picture"]:
        return f'<a href="{url}">{_shown(match["label"])}</a>'
    words = _shown(match["label"]).replace('"', "&quot;")
    return f'<img alt="{words}" src="{url}" />'


def _shown(text: str) -> str:
    """Return text as HTML: escaped characters stand for themselves."""
    if "\\" not in text and "&" not in text:
        return text
    return _SHOWN.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    if match[1]:
        return {">": "&gt;"}.get(match[1][1], match[1][1])
    return "&amp;" if match[0] == "&" else match[0]


def _keep(seen: list[str], html: str) -> None:
    """Add what the search's reader makes of a run of text: one blank for blanks, line ends as blanks."""
    text = unescape(html) if "&" in html else html
    if text.isspace():
        if not seen or not seen[-1].isspace():
            seen.append(" ")
    else:
        text = text.replace("\n", " ")
        seen.append(escape(text, quote=False) if "&" in text or "<" in text or ">" in text else text)
