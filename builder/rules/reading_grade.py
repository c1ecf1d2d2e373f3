"""EX012: a record can be read by somebody who left school early, or is in pain."""

import math
from collections.abc import Iterator
from typing import Any

from builder.library import Entry, Library
from builder.problems import Problem
from builder.readability import grade, sentences, word_count
from builder.rules.rule import Rule, texts
from builder.text import sentence

CODE = "EX012"
HIGHEST_GRADE = 6.0
MOST_WORDS = 20
READ = {
    "summary",
    "goal",
    "who_for",
    "who_not",
    "progress",
    "items",
    "setup",
    "steps",
    "finish",
    "breathing",
    "feel",
    "cues",
    "mistakes",
    "progress_when",
    "cautions",
    "stop_if",
}


def check(library: Library) -> Iterator[Problem]:
    for record in library.entries():
        yield from _grade(record)
        for path, text in texts(record):
            if len(text) < 2 * MOST_WORDS or path[0] == "steps":
                continue  # too short for so many words; steps have a rule of their own
            for message, hint in long_sentences(text):
                yield record.problem(path, CODE, message, hint)


def long_sentences(text: str) -> Iterator[tuple[str, str]]:
    """Yield a message and a hint for each sentence that is too long."""
    for part in sentences(text):
        if (count := word_count(part)) > MOST_WORDS:
            yield f"A sentence has {count} words; {MOST_WORDS} is the most.", "make it two sentences"


def hard_words(what: str, prose: str, most: float) -> Iterator[tuple[str, str]]:
    """Yield a message and a hint where a text is above a school grade."""
    if (found := grade(prose)) > most:
        message = f"The {what} reads at school grade {math.ceil(found * 10) / 10:.1f}; {most:g} is the most."
        yield message, "use shorter words and shorter sentences"


def _grade(entry: Entry[Any]) -> Iterator[Problem]:
    prose = " ".join(sentence(text) for path, text in texts(entry) if path[0] in READ and " " in text)
    for message, hint in hard_words("record", prose, HIGHEST_GRADE):
        yield entry.problem(("summary",), CODE, message, hint)


RULE = Rule(
    CODE,
    "A record reads at school grade 6 or below, in sentences of at most 20 words.",
    "“Lift your arm.”",
    "“Elevate the contralateral extremity.”",
    check,
)
