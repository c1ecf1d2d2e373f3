"""VO003: a publication stands once in the list of sources, or its readers and its checks are split in two."""

from collections.abc import Iterator

from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "VO003"


def check(library: Library) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for slug, entry in library.vocabulary.get("sources", {}).items():
        owner = first.setdefault(_same(entry.value.address), slug)
        if owner != slug:
            message = f"“{slug}” has the address of “{owner}”."
            yield entry.problem(("address",), CODE, message, f"cite {owner}, and delete this one")


def _same(address: str) -> str:
    """Return an address without what leads to the same page either way."""
    return address.removeprefix("https://").removeprefix("www.").rstrip("/").casefold()


RULE = Rule(
    CODE,
    "A publication stands once in the list of sources.",
    "two sources with two addresses",
    "two sources with one address",
    check,
)
