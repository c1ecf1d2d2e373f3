"""EX011: a step is one action in at most 20 words."""

import re
from collections.abc import Iterator

from builder.library import Library
from builder.problems import Problem
from builder.readability import sentences, word_count
from builder.rules.rule import Rule

CODE = "EX011"
MOST_WORDS = 20
JOINED = re.compile(r"(?:;|\bthen\b|\band after that\b|\bafterwards\b)", re.IGNORECASE)


def check(library: Library) -> Iterator[Problem]:
    for entry in library.exercises:
        for field in ("setup", "steps"):
            for index, step in enumerate(getattr(entry.value, field)):
                for message, hint in _faults(step):
                    yield entry.problem((field, index), CODE, message, hint)


def _faults(step: str) -> Iterator[tuple[str, str]]:
    if (count := word_count(step)) > MOST_WORDS:
        yield (
            f"The step has {count} words; {MOST_WORDS} is the most.",
            "split it, or cut what the reader can see anyway",
        )
    if found := JOINED.search(step):
        yield f"“{found[0]}” joins two actions in one step.", "make it two steps"
    elif len(sentences(step)) > 1:
        yield "The step has more than one sentence.", "make it two steps, or move the second sentence to `cues`"


RULE = Rule(
    CODE,
    "A step is one action in at most 20 words.",
    "“Lift your right arm.”",
    "“Lift your arm, then turn your head.”",
    check,
)
