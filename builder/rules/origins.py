"""VO002: each thing of the raw material has one fate, and what it became is published."""

from collections.abc import Iterator
from typing import Any

from builder.library import Entry, Library
from builder.nearest import did_you_mean
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "VO002"
FATES = ("published", "merged", "left_out")


def check(library: Library) -> Iterator[Problem]:
    exercises = {e.slug for e in library.exercises if e.value.status == "published"} | library.broken
    programs = {p.slug for p in library.programs if p.value.status == "published"} | library.broken
    for name, there in (("origins_exercises", exercises), ("origins_programs", programs)):
        for entry in library.vocabulary.get(name, {}).values():
            yield from _fate(entry)
            yield from _unpublished(entry, there, exercises | programs)
    for entry in library.vocabulary.get("origins_guidance", {}).values():
        yield from _guidance(entry)


def _fate(entry: Entry[Any]) -> Iterator[Problem]:
    given = [fate for fate in FATES if getattr(entry.value, fate)]
    if len(given) != 1:
        message = f"One of {', '.join(FATES)} is wanted here; {len(given)} are given."
        yield entry.problem((), CODE, message, "say what became of it, once", key=True)
    elif entry.value.merged and not entry.value.why:
        yield entry.problem((), CODE, "Nothing says why it was merged.", "add `why:` with a sentence", key=True)


def _unpublished(entry: Entry[Any], there: set[str], anything: set[str]) -> Iterator[Problem]:
    for field, known in (("published", there), ("merged", there), ("instead", anything)):
        slug = getattr(entry.value, field)
        if slug and slug not in known:
            hint = did_you_mean(slug, known) or "name a published record"
            yield entry.problem((field,), CODE, f"“{slug}” is not published.", hint)


def _guidance(entry: Entry[Any]) -> Iterator[Problem]:
    value = entry.value
    if bool(value.at) == bool(value.left_out):
        yield entry.problem((), CODE, "Either `at` or `left_out` is wanted here.", "say where it stands, or why it does not", key=True)  # fmt: skip
    elif value.at and value.verdict == "drop":
        yield entry.problem(("at",), CODE, "What is to be dropped stands on a page.", "take it off that page")
    elif value.left_out and value.verdict == "keep":
        yield entry.problem(("left_out",), CODE, "What is to be kept was left out.", "write it on a page and say where")
    elif value.at and value.verdict == "keep-with-source" and not value.source:
        yield entry.problem(("at",), CODE, "No source is named.", "add `source:` with what was opened for it")


RULE = Rule(
    CODE,
    "Each thing of the raw material was published, merged or left out, and the lists say where or why.",
    "`wide-grip-pull-up: {merged: pull-up, why: It is the same pull.}`",
    "`wide-grip-pull-up: {merged: pull-up}`",
    check,
)
