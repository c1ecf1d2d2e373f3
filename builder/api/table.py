"""The exercises as a table, for people with a spreadsheet. Several values in a cell stand between bars."""

import csv
from collections.abc import Iterable
from io import StringIO

from builder.api.types import Exercise, Ref

COLUMNS = (
    "slug",
    "name",
    "other_names",
    "summary",
    "group",
    "kind",
    "level",
    "position",
    "place",
    "equipment",
    "muscles_primary",
    "muscles_secondary",
    "muscles_stabilizers",
    "movements",
    "setup",
    "steps",
    "breathing",
    "dose_beginner",
    "dose_intermediate",
    "dose_advanced",
    "cautions",
    "stop_if",
    "figure",
    "page",
    "data",
    "reviewed_on",
    "licence",
)
BETWEEN = " | "
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render_table(exercises: Iterable[Exercise]) -> str:
    """Return the table as RFC 4180 wants it, in UTF-8. No cell begins like a formula."""
    out = StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for one in exercises:
        rows.writerow([_cell(value) for value in _row(one)])
    return out.getvalue()


def _row(one: Exercise) -> tuple[str, ...]:
    doses = {entry.level: entry.dose.words for entry in one.doses}
    return (
        one.slug,
        one.name,
        BETWEEN.join(one.aliases),
        one.summary,
        one.group.name,
        one.kind,
        one.level,
        one.position.name,
        BETWEEN.join(one.place),
        _names(one.equipment.required),
        _names(one.muscles.primary),
        _names(one.muscles.secondary),
        _names(one.muscles.stabilizers),
        BETWEEN.join(one.movements),
        BETWEEN.join(one.setup),
        BETWEEN.join(one.steps),
        one.breathing or "",
        doses.get("beginner", ""),
        doses.get("intermediate", ""),
        doses.get("advanced", ""),
        BETWEEN.join(f"{caution.about.name}: {caution.advice}" for caution in one.cautions),
        BETWEEN.join(one.stop_if),
        one.figure.svg if one.figure else "",
        one.page,
        one.data,
        one.review.reviewed_on.isoformat(),
        one.licence,
    )


def _names(refs: Iterable[Ref]) -> str:
    return BETWEEN.join(ref.name for ref in refs)


def _cell(text: str) -> str:
    """Return a cell that a spreadsheet reads as text: it runs what begins like a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
