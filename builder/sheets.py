"""Catalogue → program sheets: `{path in content/: PDF}`. Typst sets them: no system library, tagged PDF/UA-1.

What a record says reaches Typst as JSON data and is printed as text, never read as markup.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

import font_source_sans_pro  # type: ignore[import-untyped]
import segno
import typst

from builder.cache import NOTHING_KEPT, Cache
from builder.dosage import work_words
from builder.figures import DESK, PHONE, Figure, Room, describe_figure, draw_figure
from builder.models.vocabulary import Safety
from builder.text import sentence
from builder.views import ADDRESS, PROGRAM_PARTS, SHEET_FORMS, Card, Catalogue, ItemView, ProgramView, SheetForm

MOST_ROWS = 30  # sessions that get a row of their own in the diary; with more, a row is a week
Cell = tuple[float, float]  # width and height on the card, in mm
_BOX = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def render_sheets(catalogue: Catalogue, kept: Cache = NOTHING_KEPT) -> Mapping[str, bytes]:
    """Return every sheet of every program. Several are set at once where there are cores: Typst frees the interpreter."""
    wanted = [(program, form) for program in catalogue.programs for form in SHEET_FORMS]
    with ThreadPoolExecutor() as pool:
        made = pool.map(lambda pair: render_sheet(pair[0], pair[1], catalogue.safety, kept), wanted)
        return {program.card.sheet(form): pdf for (program, form), pdf in zip(wanted, made, strict=True)}


def render_sheet(program: ProgramView, form: SheetForm, safety: Safety, kept: Cache = NOTHING_KEPT) -> bytes:
    """Return one sheet as PDF/UA-1."""
    data = json.dumps(_data(program, form, safety, kept), sort_keys=True)
    return kept.data("sheet", data, make=lambda: _set(data))


@cache
def _fonts() -> typst.Fonts:
    """The sheets' type and nothing from this machine, so that a sheet is the same everywhere."""
    return typst.Fonts(include_system_fonts=False, font_paths=[Path(font_source_sans_pro.__file__).parent])


def _set(data: str) -> bytes:
    pdf: bytes = typst.compile(
        files("builder").joinpath("templates", "sheet.typ").read_bytes(),
        font_paths=_fonts(),
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"data": data},
        timestamp=0,
    )
    return pdf


def version_of(program: ProgramView) -> str:
    """Return the short name of this state of a program: a digest of its record and of its exercises' records."""
    records = [program.record, *(line.record for line in program.items)]
    return hashlib.sha256("\n".join(r.model_dump_json() for r in records).encode()).hexdigest()[:7]


def _data(program: ProgramView, form: SheetForm, safety: Safety, kept: Cache) -> dict[str, Any]:
    record, version = program.record, version_of(program)
    address = program.card.address
    shown = sum(line.item.role != "alternative" for line in program.items)
    across = 3 if shown > 4 else 2
    cell = (180 / across - 4, min(62.0, 205 / -(-shown // across) - 26)) if form.mini else None
    parts = list(_parts(program, cell, kept))
    return {
        "paper": form.paper,
        "size": form.size,
        "mini": form.mini,
        "title": record.name,
        "summary": sentence(record.summary),
        "publisher": "Strong Back",
        "keywords": [*record.aliases],
        "address": address,
        "qr": _qr(f"{address}?v={version}"),
        "footer": f"{address} · version {version} · reviewed {record.review.reviewed_on} · CC BY 4.0",
        "facts": _facts(program),
        "parts": parts,
        "items": [item for part in parts for item in part["items"] if part["role"] != "alternative"],
        "across": across,
        "cell": cell[1] if cell else 0,
        "picture": 58 if form.size < 14 else 66,
        "progress": sentence(record.progress),
        "diary": _diary(program),
        "notes": 4,
        "safety": {
            "emergency": safety.emergency,
            "help": f"When to get help now: {ADDRESS}safety/get-help-now/",
            "stop": [sentence(line) for line in safety.stop],
            "pain": [sentence(line) for line in safety.pain_rule],
        },
        "disclaimer": safety.disclaimer,
    }


def _facts(program: ProgramView) -> list[tuple[str, str]]:
    record = program.record
    days, weeks = record.days_per_week, record.weeks
    gear = ", ".join(term.value.name for term in program.gear) or "nothing"
    return [
        ("For", sentence(record.who_for)),
        ("Wait or ask first", sentence(record.who_not)),
        ("How much", f"{record.minutes} minutes, {days} day{_s(days.high)} a week, {weeks} week{_s(weeks.high)}."),
        ("You need", f"{gear}."),
    ]


def _parts(program: ProgramView, cell: Cell | None, kept: Cache) -> Iterator[dict[str, Any]]:
    number = 0
    for role, heading in PROGRAM_PARTS.items():
        lines = [line for line in program.items if line.item.role == role]
        if lines:
            items = [_item(line, f"{number + i}.", cell, kept) for i, line in enumerate(lines, 1)]
            number += len(lines)
            yield {"role": role, "heading": heading, "items": items}


def _item(line: ItemView, number: str, cell: Cell | None, kept: Cache) -> dict[str, Any]:
    dose, figure = line.dose, line.figure
    drawings = [_drawing(figure, line.card, room, kept) for room in (PHONE, DESK)] if figure else [""]
    return {
        "number": number,
        "name": line.card.name,
        "dose": work_words(dose) if dose else "",
        "sides": bool(dose and dose.sides != "both"),
        "sets": dose.sets.high if dose else 0,
        "steps": [sentence(step) for step in line.record.steps],
        "note": sentence(line.item.note) if line.item.note else "",
        "other": _other(line.easier, line.harder),
        "svg": max(drawings, key=lambda svg: _scale(svg, cell)) if cell else drawings[0],
        "alt": kept.text("alt", figure.content, make=lambda: describe_figure(figure)) if figure else "",
    }


def _drawing(figure: Figure, card: Card, room: Room, kept: Cache) -> str:
    draw = partial(draw_figure, figure, name=card.name, slug=card.slug, room=room)
    return kept.text("figure", figure.content, card.name, card.slug, str(room), make=draw)


def _scale(svg: str, cell: Cell) -> float:
    """Return how large a drawing is where it is to fit into a cell."""
    found = _BOX.search(svg)
    return min(cell[0] / float(found[1]), cell[1] / float(found[2])) if found else 0.0


def _other(easier: tuple[Card, ...], harder: tuple[Card, ...]) -> str:
    named = (("Easier", easier), ("Harder", harder))
    return " ".join(f"{word}: {', '.join(card.name for card in cards)}." for word, cards in named if cards)


def _diary(program: ProgramView) -> dict[str, Any]:
    record = program.record
    weeks, days = record.weeks.high, record.days_per_week.high
    ends = ["Effort", "Pain"]
    words = "Tick each session. Effort from 0 (rest) to 10 (all you have). Pain from 0 to 10."
    if weeks * days <= MOST_ROWS:
        names = [f"Week {week}, day {day}" for week in range(1, weeks + 1) for day in range(1, days + 1)]
        columns, empty = ["Session", "Date", "Done", *ends], 4
    else:
        names = [f"Week {week}" for week in range(1, weeks + 1)]
        columns, empty = ["Week", *DAYS, *ends], len(DAYS) + 2
    return {"words": words, "columns": columns, "rows": [[name, *[""] * empty] for name in names]}


def _qr(address: str) -> str:
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=0, xmldecl=False, scale=4)
    return out.getvalue().decode()


def _s(count: int) -> str:
    return "" if count == 1 else "s"
