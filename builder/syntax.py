"""What libyaml complains of, in plain words and at the place where it began."""

import re
from typing import Any

Fault = tuple[int, int, str, str, str]


def syntax_fault(error: Any, lines: list[str], quoted: Any) -> Fault:
    """Return line, column, code, message and hint; `quoted` is the last quoted text that was read."""
    context = getattr(error, "context", None) or ""
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    mark = getattr(error, "problem_mark", None)
    if "quoted scalar" in context and "end of stream" in problem:
        return _unclosed(error.context_mark)
    if fault := _quote_fault(mark, quoted):
        return fault
    if any(words in problem or words in context for words in _AT_START) and error.context_mark:
        mark = error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    written = lines[line - 1] if line <= len(lines) else ""
    message, hint = _in_line(written, column, problem) or _plain_words(problem, context)
    return line, column, "RD043", message, hint


# The faults that libyaml notices too late; it knows where the thing began.
_AT_START = ("could not find expected ':'", "did not find expected ',' or", "an alias", "an anchor")


def _unclosed(mark: Any) -> Fault:
    message = "The quote that opens here is never closed."
    return mark.line + 1, mark.column + 1, "RD042", message, "add the same quote at the end of the text"


def _quote_fault(mark: Any, quoted: Any) -> Fault | None:
    """Text that goes on behind a closing quote: a quote inside the text, or one that was forgotten lines above."""
    if quoted is None or mark is None or mark.line != quoted.end_mark.line or mark.column > quoted.end_mark.column + 1:
        return None
    if quoted.style not in ("'", '"'):
        return None
    start = quoted.start_mark
    if start.line != mark.line:
        return _unclosed(start)
    message = f"The quote that opens in column {start.column + 1} closes before this text."
    hint = "write '' for an apostrophe inside single quotes, or put the whole text in double quotes"
    if quoted.style == '"':
        hint = "leave out the outer quotes, or put the whole text in single quotes"
    return mark.line + 1, mark.column + 1, "RD045", message, hint


def _in_line(line: str, column: int, problem: str) -> tuple[str, str] | None:
    """Return words for what a look at the line itself tells better than libyaml."""
    text = line.strip()
    if "could not find expected ':'" in problem:
        if re.match(r"-[^\s-]", text):
            return "A blank is missing after the dash.", "write `- text`"
        if re.match(r"\w+:\S", text):
            return "A blank is missing after the colon.", "write `field: value`"
    if "mapping values are not allowed" in problem and re.fullmatch(r"\s+\w+", line[: column - 1]):
        return (
            "This line is indented further than the field above it.",
            "start it in the same column as the other fields",
        )
    return None


def _plain_words(problem: str, context: str) -> tuple[str, str]:
    for words, message, hint in _SYNTAX:
        if words in problem or words in context:
            return message, hint
    return f"This is not YAML: {problem}.", "compare the line with a record that passes"


_SYNTAX = (
    (
        "mapping values are not allowed",
        "A colon followed by a space stands inside the text.",
        "put the whole text in double quotes",
    ),
    (
        "did not find expected key",
        "The line does not fit the lines above it.",
        "check the indent, and quotes inside quoted text",
    ),
    (
        "could not find expected ':'",
        "A colon is missing after the field's name.",
        "write `field: value`, or `- text` for an item of a list",
    ),
    (
        "did not find expected '-' indicator",
        "A list item is missing its dash.",
        "start each item with `- ` at the same indent",
    ),
    (
        "did not find expected ',' or",
        "The bracket that opens here is not closed, or a comma is missing.",
        "close the bracket, or put text with commas in quotes",
    ),
    (
        "cannot start any token",
        "The text starts with a character that YAML keeps for itself.",
        "put the whole text in double quotes",
    ),
    (
        "block sequence entries are not allowed",
        "A list cannot start on this line.",
        "put `- ` on a new line under the field",
    ),
    (
        "found unknown escape",
        "A backslash stands inside double quotes.",
        "use single quotes, or write the backslash twice",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "The text starts with a character that YAML keeps for itself.",
        "put the whole text in double quotes",
    ),
    (
        "invalid Unicode character escape",
        "A backslash code here stands for no character.",
        "type the character itself",
    ),
    (
        "did not find expected <document start>",
        "More text stands after the end of the record.",
        "one file holds one record: delete the `...` or the text",
    ),
    ("found undefined tag handle", "A YAML tag (!…) stands here.", "delete it, or put the text in quotes"),
)
