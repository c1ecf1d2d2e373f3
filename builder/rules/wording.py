"""EX013: no mistranslation and no promise of a cure (vocabulary/wording.yaml)."""

import re
from collections.abc import Iterator

from builder.library import Library
from builder.models.vocabulary import Wording
from builder.problems import Problem
from builder.rules.rule import Rule, texts

CODE = "EX013"


def check(library: Library) -> Iterator[Problem]:
    terms = [
        (re.compile(_pattern(wrong), re.IGNORECASE), entry.value)
        for entry in library.wording
        for wrong in entry.value.wrong
    ]
    if not terms:
        return
    any_term = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in terms), re.IGNORECASE)
    for entry in library.entries():
        for path, text in texts(entry):
            if path[0] in {"sources", "misspellings"} or not any_term.search(text):
                continue
            for pattern, wording in terms:
                if found := pattern.search(text):
                    yield entry.problem(
                        path, CODE, f"“{found[0]}” must not be used: {_why(wording)}.", f"write: {wording.right}"
                    )


def _pattern(wrong: str) -> str:
    return r"\b" + r"\s+".join(re.escape(word) for word in wrong.split()) + (r"\b" if wrong[-1].isalnum() else "")


def _why(wording: Wording) -> str:
    return wording.why.rstrip(".")


RULE = Rule(CODE, "No mistranslation and no promise of a cure.", "“back extension”", "“hyperesthesia”", check)
