"""EX001: a file is named after what is in it."""

import re
from collections.abc import Iterator

from builder.library import Library
from builder.models.fields import SLUG
from builder.problems import Problem
from builder.rules.rule import Rule
from builder.text import slugify

CODE = "EX001"
RESERVED = frozenset(["index", "readme", "a-z", "tags", "search", "assets", "api", "con", "prn", "aux", "nul"])


def check(library: Library) -> Iterator[Problem]:
    for entry in library.entries():
        wanted = slugify(entry.value.name)
        if entry.slug in RESERVED:
            yield entry.problem(
                (), CODE, f"The file name “{entry.slug}.yaml” is kept for the site itself.", "choose another name"
            )
        elif not re.fullmatch(SLUG, entry.slug) or len(entry.slug) > 64 or entry.slug != wanted:
            hint = f"rename the file to {wanted}.yaml, or mend the name"
            if not wanted:
                hint = "give a name in Latin letters; other scripts belong in `aliases`"
            yield entry.problem(
                ("name",),
                CODE,
                f"The name “{entry.value.name}” does not match the file name “{entry.slug}.yaml”.",
                hint,
            )


RULE = Rule(
    CODE,
    "A file is named after the exercise or program in it.",
    "bird-dog.yaml: `name: Bird dog`",
    "birddog.yaml: `name: Bird dog`",
    check,
)
