"""EX013: no mistranslation and no promise of a cure (vocabulary/wording.yaml)."""

import re
from collections.abc import Iterator, Mapping

from builder.library import Library
from builder.models.vocabulary import Wording
from builder.problems import Problem
from builder.rules.rule import Rule, texts

CODE = "EX013"
WORD = re.compile(r"\w+")


def check(library: Library) -> Iterator[Problem]:
    terms = _terms(library)
    for entry in library.entries():
        for path, text in texts(entry):
            if path[0] in {"sources", "misspellings"}:
                continue
            for first in dict.fromkeys(WORD.findall(text.casefold())):
                for pattern, wording in terms.get(first, ()):
                    if found := pattern.search(text):
                        message = f"“{found[0]}” must not be used: {wording.why.rstrip('.')}."
                        yield entry.problem(path, CODE, message, f"write: {wording.right}")


def _terms(library: Library) -> Mapping[str, list[tuple[re.Pattern[str], Wording]]]:
    """Return the terms by their first word: most texts hold none of these words and are done at once."""
    terms: dict[str, list[tuple[re.Pattern[str], Wording]]] = {}
    for entry in library.wording:
        for wrong in entry.value.wrong:
            first = WORD.search(wrong.casefold())
            if first:
                terms.setdefault(first[0], []).append((re.compile(_pattern(wrong), re.IGNORECASE), entry.value))
    return terms


def _pattern(wrong: str) -> str:
    return r"\b" + r"\s+".join(re.escape(word) for word in wrong.split()) + (r"\b" if wrong[-1].isalnum() else "")


RULE = Rule(CODE, "No mistranslation and no promise of a cure.", "“back extension”", "“hyperesthesia”", check)
