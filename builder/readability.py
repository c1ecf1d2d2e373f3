"""The Flesch–Kincaid grade of a text: years of US schooling that it asks for.

Formula: Kincaid and others (1975). Syllables are counted by Pyphen's English hyphenation patterns,
which run a little high for short words, so a text reads at most as hard as its grade says.
"""

import re
from functools import lru_cache

from pyphen import Pyphen  # type: ignore[import-untyped]

_WORD = re.compile(r"[A-Za-z]+(?:[’'-][A-Za-z]+)*")
_END = re.compile(r"[.!?…]+(?=\s|$)")


def words(text: str) -> list[str]:
    """Return the words of `text`; a hyphened or elided word is one word."""
    return _WORD.findall(text)


def word_count(text: str) -> int:
    """Return how many words a reader meets, numbers included."""
    return len(re.findall(r"[\w’'–°/-]*\w[\w’'–°/-]*", text))


def sentences(text: str) -> list[str]:
    """Return the sentences of `text`."""
    return [s for s in (part.strip() for part in _END.split(text)) if s]


def grade(text: str) -> float:
    """Return the Flesch–Kincaid grade; 0 for an empty text."""
    found = words(text)
    if not found:
        return 0.0
    syllables = sum(_syllables(w.lower()) for w in found)
    return 0.39 * len(found) / max(1, len(sentences(text))) + 11.8 * syllables / len(found) - 15.59


@lru_cache(maxsize=8192)
def _syllables(word: str) -> int:
    return len(_dictionary().positions(word)) + 1


@lru_cache(maxsize=1)
def _dictionary() -> Pyphen:
    return Pyphen(lang="en_US", left=1, right=1)
