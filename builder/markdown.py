"""Text → Markdown that shows exactly that text, and tidy Markdown pages.

Only what Markdown would read as markup is escaped, so that the pages stay pleasant to read in any
editor. Light emphasis, `*word*`, is the one mark a record may use.
"""

import re
from functools import lru_cache

from builder.text import clean, sentence

WIDTH = 80
_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]{0,79}[^\s*])\*(?![\w*])")
_MARKUP = re.compile(r"[\\`*_\[\]{}]")
_ENTITY = str.maketrans({"<": "&lt;", ">": "&gt;", "|": "&#124;"})
_AMPERSAND = re.compile(r"&(?=#?\w+;)")
# Harmless alone, marks of other Markdown dialects in company: ~~a~~, ^a^, ==a==, :smile:
# ... or read as a link by some: https://a.b, www.a.b, a@b.c
_PAIRED = re.compile(r"[~^]|={2,}|:(?=[-+\w\\]+:|//)|(?<=\bwww)\.|(?<=\w)@(?=\w)")
# Quoted YAML can spell out what the reading of a file refuses: control, bidi, invisible and private characters.
_HIDDEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    r"\ufe00-\ufe0e\ufeff\ufff9-\ufffb\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
    r"|(?<![\u0590-\U0010ffff])[\u200c\u200d]|[\u200c\u200d](?![\u0590-\U0010ffff])"
)
_LINE_START = re.compile(r"^[-+#=!:]")
# A blank before which every span of code is closed.
_OUTSIDE_CODE = re.compile(r" (?=(?:(?:[^`\\]|\\.)*`(?:[^`\\]|\\.)*`)*(?:[^`\\]|\\.)*$)")
_FENCE = re.compile(r"^`{3,}")
_LIST_MARK = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


@lru_cache(maxsize=8192)
def escape(text: str) -> str:
    """Return `text`, cleaned, as Markdown that shows it; no part of it can become markup."""
    text = _visible(text)
    parts, last = [], 0
    for match in _EMPHASIS.finditer(text):
        parts += [_literal(text[last : match.start()]), "*", _literal(match[1]), "*"]
        last = match.end()
    return _guard("".join([*parts, _literal(text[last:])]))


def title(text: str) -> str:
    """Return `text` as a double-quoted YAML scalar whose value is safe as HTML: for front matter."""
    html = plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return '"' + html.replace("\\", "\\\\") + '"'


def plain(text: str) -> str:
    """Return `text`, cleaned, without its light emphasis: for what shows no markup."""
    return _EMPHASIS.sub(r"\1", _visible(text))


@lru_cache(maxsize=32768)
def plain_sentence(text: str) -> str:
    """Return `text` without markup, ended like a sentence."""
    return sentence(plain(text))


def tidy(page: str) -> str:
    """Return a page with wrapped lines, single blank lines and one final newline. Idempotent."""
    head, body = _front_matter(page)
    lines: list[str] = []
    fence = ""
    for line in body.split("\n"):
        if fence:  # code stays as it is
            lines.append(line)
        elif line.strip(" ") or lines[-1:] != [""]:
            lines += _wrap(line.rstrip(" "))
        if mark := _FENCE.match(line):
            fence = "" if line == fence else fence or mark[0]
    return head + "\n".join(lines).strip("\n") + "\n"


def code_block(text: str, language: str) -> str:
    """Return `text` as a block of code that it cannot close itself."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{_HIDDEN.sub('', text).rstrip()}\n{fence}"


def _visible(text: str) -> str:
    return clean(_HIDDEN.sub("", text))


def _literal(text: str) -> str:
    text = _AMPERSAND.sub("&amp;", text)
    text = _MARKUP.sub(lambda m: "\\" + m[0], text).translate(_ENTITY)
    return _PAIRED.sub(lambda m: "".join(f"&#{ord(c)};" for c in m[0]), text)


def _guard(text: str) -> str:
    """Escape what would start a list, heading, rule or fence, or close a heading."""
    if text[1:].endswith("#"):
        body = text[:1] + text[1:].rstrip("#")
        return _guard(body) + "\\#" * (len(text) - len(body))
    if match := _LIST_MARK.match(text):
        return f"{match[1]}\\{match[2]}{text[match.end() :]}"
    if _LINE_START.match(text):
        return ("\\" + text) if text[0] in "-+#!" else f"&#{ord(text[0])};{text[1:]}"
    return text


def _front_matter(page: str) -> tuple[str, str]:
    if not page.startswith("---\n"):
        return "", page
    end = page.index("\n---\n", 3) + 5
    return page[:end] + "\n", page[end:].lstrip("\n")


def _wrap(line: str) -> list[str]:
    if len(line) <= WIDTH or line.startswith(("#", "|", "[")):
        return [line]
    lead = re.match(r"(?:> )* *(?:- |\d+\. )?", line)
    first = lead[0] if lead else ""
    quote = re.match(r"(?:> )*", first)
    rest = (quote[0] if quote else "") + " " * (len(first) - len(quote[0] if quote else ""))
    body = line[len(first) :]
    return _fill(_OUTSIDE_CODE.split(body) if "`" in body else body.split(" "), first, rest)


def _fill(words: list[str], first: str, rest: str) -> list[str]:
    """Break between words, but never so that a line would start like a list, heading or quote."""
    lines: list[list[str]] = [[words[0]]]
    used = len(first) + len(words[0])
    for word in words[1:]:
        if used + 1 + len(word) <= WIDTH:
            lines[-1].append(word)
            used += 1 + len(word)
            continue
        carried = [word]
        while _starts_block(carried[0]) and len(lines[-1]) > 1:
            carried.insert(0, lines[-1].pop())
        if _starts_block(carried[0]):
            lines[-1] += carried
            continue
        lines.append(carried)
        used = len(rest) + sum(map(len, carried)) + len(carried) - 1
    return [(first if number == 0 else rest) + " ".join(line) for number, line in enumerate(lines)]


def _starts_block(word: str) -> bool:
    return bool(re.match(r"^(?:[-+*=~:>]+$|\d{1,9}[.)]$|#|[-=~`!:?/]{3})", word))
