"""A problem in a record, and the three forms in which problems are printed."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault: `path` relative to the root with forward slashes, `line` and `column` from 1."""

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""


def short(value: object, most: int = 40) -> str:
    """Return `value` as text of at most `most` characters, for a message."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= most else text[: most - 1] + "…"


def format_problems(problems: Iterable[Problem], form: str) -> str:
    """Return all problems, sorted, as `text`, `json` or `github` (workflow annotations)."""
    return _FORMS[form](sorted(set(problems)))


def _as_text(problems: list[Problem]) -> str:
    return "".join(
        printable(f"{p.path}:{p.line}:{p.column}: {p.code} {p.message}")
        + "\n"
        + (f"  hint: {printable(p.hint)}\n" if p.hint else "")
        for p in problems
    )


def _as_json(problems: list[Problem]) -> str:
    return json.dumps([asdict(p) for p in problems], ensure_ascii=True, indent=1) + "\n"


def _as_github(problems: list[Problem]) -> str:
    return "".join(
        f"::error file={_property(p.path)},line={p.line},col={p.column},title={p.code}::"
        f"{_data(p.message + (f' Hint: {p.hint}' if p.hint else ''))}\n"
        for p in problems
    )


def printable(text: str) -> str:
    """Keep a record's words from acting on a terminal or a CI log."""
    shown = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    return shown.replace("::", ":\u200b:").replace("##[", "#\u200b#[")


def _data(text: str) -> str:
    text = "".join(c if c.isprintable() or c in "\r\n" else f"\\u{ord(c):04x}" for c in text)
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_FORMS = {"text": _as_text, "json": _as_json, "github": _as_github}
FORMS = tuple(_FORMS)
