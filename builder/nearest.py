"""Did you mean …? The nearest valid value to a mistyped one."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(found: object, valid: Iterable[str]) -> str:
    """Return a hint: the nearest of `valid`, or all of them if there are few, or nothing."""
    choices = sorted(set(valid))
    folded = {c.casefold().replace("_", "-"): c for c in choices}
    key = str(found)[:80].casefold().strip().replace(" ", "-").replace("_", "-")
    if near := get_close_matches(key, folded, n=1, cutoff=0.6):
        return f"did you mean “{folded[near[0]]}”?"
    if 0 < len(choices) <= 12:
        return f"valid are: {', '.join(choices)}"
    return ""
