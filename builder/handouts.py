"""What a program sheet says: program → the data that `templates/sheet.typ` sets, in each form."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import Any

import segno

from builder.addresses import HELP, page_address
from builder.cache import Cache
from builder.diary import make_diary
from builder.dosage import amount_words, work_words
from builder.figures import DESK, PHONE
from builder.forms import SHEET_FORMS, SheetForm
from builder.models.vocabulary import Safety
from builder.pictures import alt_text, picture
from builder.text import day_in_words, sentence
from builder.views import PROGRAM_PARTS, Card, ItemView, ProgramView

Cell = tuple[float, float]  # width and height that a drawing may take, in mm
LARGE = 14.0  # points: type from here on is large print
FULL_SIZE = 0.11  # mm a unit of a drawing: a figure that fits into less is not blown up
WIDTH = 180.0  # mm between the margins of the narrower paper
MOST_OTHERS = 2  # easier and harder exercises that a line names
_BOX = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Drawn:
    """One line of a program with its drawings, in each arrangement, and its alt text."""

    line: ItemView
    svgs: tuple[str, ...]
    alt: str


def make_handouts(program: ProgramView, safety: Safety, kept: Cache) -> Iterator[tuple[SheetForm, Mapping[str, Any]]]:
    """Yield each form with all that its sheet says. The drawings are made once for all forms."""
    drawn = tuple(_drawn(line, kept) for line in program.items)
    shared = _shared(program, safety)
    for form in SHEET_FORMS:
        yield form, {**shared, **_set_out(program, form, drawn)}


def _shared(program: ProgramView, safety: Safety) -> dict[str, Any]:
    record, address, version = program.record, program.card.address, program.version
    reviewed = record.review.reviewed_on
    state = f"Version {version}, reviewed {day_in_words(reviewed)}. Text and drawings: CC BY 4.0."
    return {
        "title": record.name,
        "summary": sentence(record.summary),
        "publisher": "Strong Back",
        "keywords": record.aliases,
        "reviewed": [reviewed.year, reviewed.month, reviewed.day],
        "link": f"{address}?v={version}",
        "address": address.removeprefix("https://"),
        "state": state,
        "qr": _qr(f"{address}?v={version}"),
        "facts": _facts(program),
        "progress": sentence(record.progress),
        "safety": {
            "emergency": safety.emergency,
            "help": page_address(HELP),
            "stop": [sentence(line) for line in safety.stop],
            "pain": [sentence(line) for line in safety.pain_rule],
        },
        "disclaimer": safety.disclaimer,
    }


def _set_out(program: ProgramView, form: SheetForm, drawn: tuple[Drawn, ...]) -> dict[str, Any]:
    large = form.size >= LARGE
    shown = sum(one.line.item.role != "alternative" for one in drawn)
    across = 2 if shown <= 4 else 3 if shown <= 9 else 4
    cell = _card_cell(shown, across) if form.mini else (80.0, 52.0) if large else (60.0, 58.0)
    parts = list(_parts(drawn, cell))
    return {
        "paper": form.paper,
        "size": form.size,
        "mini": form.mini,
        "large": large,
        "parts": parts,
        "items": [item for part in parts if part["role"] != "alternative" for item in part["items"]],
        "across": across,
        "picture": cell[0],
        "diary": asdict(make_diary(program.record, most=24 if large else 36, part=12 if large else 18)),
        "row": 10 if large else 8,
    }


def _card_cell(shown: int, across: int) -> Cell:
    """Return about what the one-page card leaves for each drawing."""
    return WIDTH / across - 5, 190.0 / -(-shown // across) - 22


def _facts(program: ProgramView) -> list[tuple[str, str]]:
    record = program.record
    days, weeks = record.days_per_week, record.weeks
    much = f"{record.minutes} minutes, {days} day{_s(days.high)} a week, for {weeks} week{_s(weeks.high)}."
    if record.rounds.high > 1:
        much += f" Do all of it {record.rounds} times."
    if record.rest:
        much += f" Rest {amount_words(record.rest)} between exercises."
    return [
        ("For", sentence(record.who_for)),
        ("Wait or ask first", sentence(record.who_not)),
        ("How much", much),
        ("You need", f"{', '.join(term.value.name for term in program.gear) or 'no equipment'}."),
    ]


def _parts(drawn: tuple[Drawn, ...], cell: Cell) -> Iterator[dict[str, Any]]:
    number = 0
    for role, heading in PROGRAM_PARTS.items():
        lines = [one for one in drawn if one.line.item.role == role]
        if lines:
            yield {
                "role": role,
                "heading": heading,
                "items": [_item(one, f"{number + i}.", cell) for i, one in enumerate(lines, 1)],
            }
            number += len(lines)


def _item(drawn: Drawn, number: str, cell: Cell) -> dict[str, Any]:
    line = drawn.line
    dose = line.dose
    return {
        "number": number,
        "name": line.card.name,
        "dose": work_words(dose) if dose else "",
        "sides": bool(dose and dose.sides != "both"),
        "sets": dose.sets.high if dose else 0,
        "steps": [sentence(step) for step in line.record.steps],
        "note": sentence(line.item.note) if line.item.note else "",
        "other": _other(line.easier, line.harder),
        **_fitted(drawn, cell),
    }


def _fitted(drawn: Drawn, cell: Cell) -> dict[str, Any]:
    """Return the arrangement that is largest in a cell, with its size there in mm."""
    if not drawn.svgs:
        return {"svg": "", "width": 0, "height": 0, "alt": ""}
    scale, (width, height), svg = max((_scale(svg, cell), _extent(svg), svg) for svg in drawn.svgs)
    shown = min(scale, FULL_SIZE)
    return {"svg": svg, "width": round(width * shown, 2), "height": round(height * shown, 2), "alt": drawn.alt}


def _scale(svg: str, cell: Cell) -> float:
    """Return how large a drawing may be to fit into a cell, in mm a unit."""
    width, height = _extent(svg)
    return min(cell[0] / width, cell[1] / height)


def _extent(svg: str) -> tuple[float, float]:
    """Return the width and the height of a drawing, in its units."""
    found = _BOX.search(svg)
    if not found:
        raise ValueError("a drawing without a viewBox")
    return float(found[1]), float(found[2])


def _drawn(line: ItemView, kept: Cache) -> Drawn:
    figure = line.figure
    if figure is None:
        return Drawn(line, (), "")
    svgs = tuple(picture(figure, line.card.name, line.card.slug, room, kept) for room in (PHONE, DESK))
    return Drawn(line, svgs, alt_text(figure, kept))


def _other(easier: tuple[Card, ...], harder: tuple[Card, ...]) -> str:
    named = (("Easier", easier), ("Harder", harder))
    return "  ".join(
        f"{word}: {', '.join(card.name for card in cards[:MOST_OTHERS])}." for word, cards in named if cards
    )


def _qr(address: str) -> str:
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=0, xmldecl=False, scale=4)
    return out.getvalue().decode()


def _s(count: int) -> str:
    return "" if count == 1 else "s"
