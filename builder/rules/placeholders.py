"""EX018: nothing is left over from the scaffold."""

from collections.abc import Iterator

from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule, texts

CODE = "EX018"
MARK = "fill in"


def check(library: Library) -> Iterator[Problem]:
    for entry in library.entries():
        for path, text in texts(entry):
            if text.casefold().startswith(MARK) or text in {"…", "TBD", "TODO"}:
                yield entry.problem(
                    path, CODE, "This text is still the scaffold's.", "write your own, or delete the line"
                )


RULE = Rule(CODE, "Nothing is left over from the scaffold.", "`summary: Sit tall.`", "`summary: Fill in`", check)
