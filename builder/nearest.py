"""Did you mean …? The nearest valid value to a mistyped one."""

from collections.abc import Iterable
from difflib import get_close_matches

_ALIKE = 0.7  # below that a hint misleads more often than it helps: `reps` is not `steps`


def nearest(found: object, valid: Iterable[str]) -> str | None:
    """Return the one of `valid` that `found` was most likely meant to be."""
    folded = {c.casefold().replace("_", "-"): c for c in sorted(set(valid))}
    key = str(found)[:80].casefold().strip().replace(" ", "-").replace("_", "-")
    near = get_close_matches(key, folded, n=1, cutoff=_ALIKE)
    return folded[near[0]] if near else None


def did_you_mean(found: object, valid: Iterable[str]) -> str:
    """Return a hint: the nearest of `valid`, or all of them if there are few, or nothing."""
    choices = sorted(set(valid))
    if near := nearest(found, choices):
        return f"did you mean “{near}”?"
    if 0 < len(choices) <= 12:
        return f"valid are: {', '.join(choices)}"
    return ""
