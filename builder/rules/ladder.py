"""EX006: easier and harder agree from both ends."""

from collections.abc import Iterator

from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "EX006"


def check(library: Library) -> Iterator[Problem]:
    by_slug = {e.slug: e for e in library.exercises}
    for entry in library.exercises:
        for field, back in (("easier", "harder"), ("harder", "easier")):
            for index, slug in enumerate(getattr(entry.value, field)):
                other = by_slug.get(slug)
                if other and other is not entry and entry.slug not in getattr(other.value, back):
                    message = (
                        f"“{slug}” is called {field}, but {other.document.path} does not call “{entry.slug}” {back}."
                    )
                    yield entry.problem(
                        (field, index), CODE, message, f"add `{back}: [{entry.slug}]` there, or delete this link"
                    )


RULE = Rule(
    CODE,
    "Easier and harder agree from both ends.",
    "a: `harder: [b]` and b: `easier: [a]`",
    "a: `harder: [b]` alone",
    check,
)
