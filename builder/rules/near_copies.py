"""EX023: no two records say a thing in the same words.

Readers notice text that was made by filling a pattern, and a copied sentence is often about the other movement.
Safety lines (`cautions`, `stop_if`) may be shared: there sameness helps.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from builder.library import Entry, Library
from builder.problems import Problem
from builder.readability import sentences
from builder.rules.rule import Rule, texts
from builder.yamltree import Path

CODE = "EX023"
READ = {"summary", "setup", "steps", "finish", "breathing", "feel", "cues", "mistakes", "progress_when"}
READ_IN_PROGRAMS = {"summary", "goal", "who_for", "progress", "items"}
FEWEST_WORDS = 7  # “Bend both knees” is said again and again, as it should be
ALIKE = 0.6  # share of the word triples of two sentences that both have
_WORD = re.compile(r"[a-z]+(?:[’'-][a-z]+)*|\d+")

Triple = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    entry: Entry[Any]
    path: Path
    text: str
    triples: frozenset[Triple]


def check(library: Library) -> Iterator[Problem]:
    having: Mapping[Triple, list[_Sentence]] = defaultdict(list)
    for sentence in _sentences(library):
        if like := _most_alike(sentence, having):
            message = f"This is nearly a sentence of {like.entry.document.path}: “{like.text}”."
            yield sentence.entry.problem(
                sentence.path, CODE, message, "say in your own words what is so in this exercise"
            )
        for triple in sentence.triples:
            having[triple].append(sentence)


def _sentences(library: Library) -> Iterator[_Sentence]:
    records = [(entry, READ) for entry in library.exercises] + [(entry, READ_IN_PROGRAMS) for entry in library.programs]
    for entry, fields in records:
        for path, text in texts(entry):
            if path[0] in fields and " " in text:
                for part in sentences(text):
                    words = ["0" if word.isdigit() else word for word in _WORD.findall(part.lower())]
                    if len(words) >= FEWEST_WORDS:
                        triples = frozenset(zip(words, words[1:], words[2:], strict=False))
                        yield _Sentence(entry, path, part, triples)


def _most_alike(sentence: _Sentence, having: Mapping[Triple, list[_Sentence]]) -> _Sentence | None:
    """Return the sentence of another record that shares most, where that is too much."""
    mine = sentence.triples
    # Who shares enough shares at least one of any so many triples: the rarest lead to the fewest candidates.
    enough = max(2, math.ceil(ALIKE * len(mine)))
    rarest = sorted(mine, key=lambda triple: len(having.get(triple, ())))[: max(0, len(mine) - enough + 1)]
    others = {id(other): other for triple in rarest for other in having.get(triple, ())}
    likes = [
        (-len(mine & other.triples) / len(mine | other.triples), other.entry.document.path, str(other.path), other)
        for other in others.values()
        if other.entry is not sentence.entry and len(mine & other.triples) >= enough
    ]
    share, _, _, like = min(likes, key=lambda found: found[:3], default=(0.0, "", "", None))
    return like if -share >= ALIKE else None


RULE = Rule(
    CODE,
    "No two records share a sentence, or nearly; safety lines may.",
    "“Slide your head straight back.” in one record",
    "“Keep your hips level while the leg rises.” in two records",
    check,
)
