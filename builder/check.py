"""Run every rule over a library and gather all problems."""

from dataclasses import replace
from pathlib import Path

from builder.cache import NOTHING_KEPT, Cache
from builder.library import Library, read_library
from builder.problems import Problem
from builder.rules import RULES


def check_root(root: Path, kept: Cache = NOTHING_KEPT) -> tuple[Library, list[Problem]]:
    """Read `root` and check it whole; return what fits its shape and every problem, sorted."""
    library, problems = read_library(root)
    library = replace(library, kept=kept)
    return library, sorted(set(problems + check_library(library)))


def check_library(library: Library) -> list[Problem]:
    """Return every problem that the rules find."""
    return [problem for rule in RULES for problem in rule.check(library)]
