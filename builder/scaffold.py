"""`new`: a commented record that explains each field in place and passes once it is filled in."""

import re
from datetime import date
from importlib import resources
from pathlib import Path

from builder.errors import Unable
from builder.library import read_library
from builder.models.fields import SLUG
from builder.nearest import did_you_mean
from builder.rules.file_name import RESERVED
from builder.write import write_file


def new_exercise(root: Path, slug: str, group: str, today: date) -> Path:
    """Write exercises/<group>/<slug>.yaml and return its path. Raises Unable where it cannot be."""
    library, _ = read_library(root)
    groups = library.claimed.get("groups", frozenset())
    if group not in groups:
        raise Unable(
            f"there is no group “{group}”; {did_you_mean(group, groups) or 'groups are in vocabulary/groups.yaml'}"
        )
    if not re.fullmatch(SLUG, slug) or len(slug) > 64:
        raise Unable(
            f"“{slug}” cannot be a file name; use lower-case letters, digits and single hyphens, such as bird-dog"
        )
    if slug in library.exercise_slugs():
        raise Unable(f"the slug “{slug}” is taken")
    if slug in library.terms("tombstones"):
        raise Unable(f"the slug “{slug}” was retired and is never used again")
    if slug in RESERVED:
        raise Unable(f"the slug “{slug}” is kept for the site itself")
    path = root / "exercises" / group / f"{slug}.yaml"
    write_file(path, scaffold(slug, today).encode())
    return path


def scaffold(slug: str, today: date) -> str:
    """Return the text of a new record."""
    template = resources.files("builder").joinpath("templates/exercise.yaml").read_text(encoding="utf-8")
    name = slug.replace("-", " ")
    filled = {
        "NAME": name[0].upper() + name[1:],
        "TODAY": today.isoformat(),
        "NEXT": today.replace(year=today.year + 2, day=min(today.day, 28)).isoformat(),
    }
    for mark, value in filled.items():
        template = template.replace(f"@{mark}@", value)
    return template
