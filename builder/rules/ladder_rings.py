"""EX007: nothing is harder than itself, by any number of steps."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "EX007"


def check(library: Library) -> Iterator[Problem]:
    by_slug = {e.slug: e for e in library.exercises}
    ladder = {slug: {s for s in entry.value.harder if s in by_slug and s != slug} for slug, entry in by_slug.items()}
    while ring := _ring(ladder):
        first = min(ring)
        steps = ring[ring.index(first) :] + ring[: ring.index(first)]
        message = f"These call each other harder in a ring: {' → '.join([*steps, first])}."
        yield by_slug[first].problem(
            ("harder",), CODE, message, "decide which is the easiest and delete the link back to it"
        )
        ladder = {slug: harder - set(ring) for slug, harder in ladder.items() if slug not in ring}


def _ring(ladder: Mapping[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter({slug: sorted(harder) for slug, harder in sorted(ladder.items())}).prepare()
    except CycleError as error:
        return list(reversed(error.args[1][:-1]))
    return []


RULE = Rule(CODE, "Easier and harder never form a ring.", "a → b → c", "a → b → a", check)
