"""EX005: whatever a record refers to is there."""

from collections.abc import Iterable, Iterator
from typing import Any

from builder.library import Entry, Library
from builder.models.exercise import Exercise
from builder.models.program import Program
from builder.nearest import did_you_mean
from builder.problems import Problem
from builder.rules.rule import Rule
from builder.yamltree import Path

CODE = "EX005"
Reference = tuple[Path, str, str]


def check(library: Library) -> Iterator[Problem]:
    known = _known(library)
    for entry in library.exercises:
        yield from _unresolved(entry, _of_exercise(entry.value), known)
    for program in library.programs:
        yield from _unresolved(program, _of_program(program.value), known)
    for name in ("muscles", "cautions"):
        for term in library.vocabulary.get(name, {}).values():
            yield from _unresolved(term, _each(("sources",), term.value.sources, "sources"), known)
    for stone in library.vocabulary.get("tombstones", {}).values():
        kind = "exercises" if stone.value.group else "programs"
        yield from _unresolved(stone, [(("use",), stone.value.use, kind)], known)


def _known(library: Library) -> dict[str, frozenset[str]]:
    """A vocabulary that could not be read at all is left out: its own problem is enough."""
    programs = frozenset(p.slug for p in library.programs) | library.broken
    return dict(library.claimed) | {"exercises": library.exercise_slugs(), "programs": programs}


def exercise_links(record: Exercise | Program) -> Iterator[tuple[Path, str]]:
    """Yield every reference from a record to an exercise."""
    references = _of_exercise(record) if isinstance(record, Exercise) else _of_program(record)
    yield from ((path, slug) for path, slug, kind in references if kind == "exercises")


def _of_exercise(exercise: Exercise) -> Iterator[Reference]:
    yield ("position",), exercise.position, "positions"
    yield from _each(("also_in",), exercise.also_in, "groups")
    yield from _each(("movements",), exercise.movements, "movements")
    for role in ("required", "optional"):
        yield from _each(("equipment", role), getattr(exercise.equipment, role), "equipment")
    for index, substitute in enumerate(exercise.equipment.substitutes):
        yield ("equipment", "substitutes", index, "instead_of"), substitute.instead_of, "equipment"
    for role in ("primary", "secondary", "stabilizers"):
        yield from _each(("muscles", role), getattr(exercise.muscles, role), "muscles")
    for field in ("easier", "harder"):
        yield from _each((field,), getattr(exercise, field), "exercises")
    for index, alternative in enumerate(exercise.alternatives):
        yield ("alternatives", index, "exercise"), alternative.exercise, "exercises"
    for index, caution in enumerate(exercise.cautions):
        yield ("cautions", index, "about"), caution.about, "cautions"
    for index, joint in enumerate(exercise.joints):
        yield from _each(("joints", index, "stretched"), joint.stretched, "muscles")
    yield from _citations(exercise)


def _of_program(program: Program) -> Iterator[Reference]:
    for index, item in enumerate(program.items):
        yield ("items", index, "exercise"), item.exercise, "exercises"
    yield from _citations(program)


def _citations(record: Exercise | Program) -> Iterator[Reference]:
    for index, citation in enumerate(record.sources):
        yield ("sources", index, "id"), citation.id, "sources"


def _each(path: Path, slugs: Iterable[str], kind: str) -> Iterator[Reference]:
    for index, slug in enumerate(slugs):
        yield (*path, index), slug, kind


def _unresolved(
    entry: Entry[Any], references: Iterable[Reference], known: dict[str, frozenset[str]]
) -> Iterator[Problem]:
    for path, slug, kind in references:
        if kind in known and slug not in known[kind]:
            where = f"{kind}/" if kind in ("exercises", "programs") else f"vocabulary/{kind}.yaml"
            yield entry.problem(
                path, CODE, f"“{slug}” is not in {where}.", did_you_mean(slug, known[kind]) or f"look it up in {where}"
            )


RULE = Rule(CODE, "Whatever a record refers to is there.", "`position: all-fours`", "`position: all-four`", check)
