"""EX013: no mistranslation and no promise of a cure (vocabulary/wording.yaml)."""

import re
from collections.abc import Iterator, Mapping

from builder.library import Library
from builder.models.vocabulary import Wording
from builder.problems import Problem
from builder.rules.rule import Rule, texts

CODE = "EX013"
WORD = re.compile(r"\w+")
Terms = Mapping[str, list[tuple[re.Pattern[str], Wording]]]


def check(library: Library) -> Iterator[Problem]:
    terms = terms_of(library)
    for entry in library.entries():
        for path, text in texts(entry):
            if path[0] not in {"sources", "misspellings"}:
                for message, hint in wrong_terms(text, terms):
                    yield entry.problem(path, CODE, message, hint)


def wrong_terms(text: str, terms: Terms) -> Iterator[tuple[str, str]]:
    """Yield a message and a hint for each term in `text` that must not be used."""
    for first in dict.fromkeys(WORD.findall(text.casefold())):
        for pattern, wording in terms.get(first, ()):
            if found := pattern.search(text):
                yield f"“{found[0]}” must not be used: {wording.why.rstrip('.')}.", f"write: {wording.right}"


def terms_of(library: Library) -> Terms:
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
