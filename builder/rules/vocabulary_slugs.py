"""VO001: a vocabulary's keys are slugs."""

import re
from collections.abc import Iterator

from builder.library import Library
from builder.models.fields import SLUG
from builder.problems import Problem
from builder.rules.file_name import RESERVED
from builder.rules.rule import Rule
from builder.text import slugify

CODE = "VO001"


def check(library: Library) -> Iterator[Problem]:
    for terms in library.vocabulary.values():
        for slug, entry in terms.items():
            if not re.fullmatch(SLUG, slug) or len(slug) > 64 or slug in RESERVED:
                hint = f"write `{slugify(slug) or 'a-slug'}:`" if slug not in RESERVED else "choose another name"
                yield entry.problem((), CODE, f"“{slug[:64]}” cannot be a key here.", hint, key=True)


RULE = Rule(CODE, "A vocabulary's keys are lower-case words joined by hyphens.", "`gym-ball:`", "`Gym Ball:`", check)
