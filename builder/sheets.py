"""Catalogue → program sheets: `{path in content/: PDF}`. Typst sets them: no system library, tagged PDF/UA-1.

What a record says reaches Typst as JSON data and is printed as text, never read as markup.
"""

import json
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path

import font_source_sans_pro  # type: ignore[import-untyped]
import typst

from builder.cache import NOTHING_KEPT, Cache
from builder.handouts import make_handouts
from builder.models.vocabulary import Safety
from builder.views import Catalogue, ProgramView

_LACKED = re.compile(r"the text `\"(.+?)\"` could not be displayed")


def render_sheets(catalogue: Catalogue, kept: Cache = NOTHING_KEPT) -> Mapping[str, bytes]:
    """Return every sheet of every program. Several are set at once where there are cores."""
    wanted = [pair for program in catalogue.programs for pair in sheet_data(program, catalogue.safety, kept)]
    return set_sheets(wanted, kept)


def sheet_data(program: ProgramView, safety: Safety, kept: Cache = NOTHING_KEPT) -> Iterator[tuple[str, str]]:
    """Yield the path of each sheet of a program with all that is set on it, as JSON."""
    for form, data in make_handouts(program, safety, kept):
        yield program.card.sheet(form), json.dumps(data, sort_keys=True, ensure_ascii=False)


def set_sheets(wanted: list[tuple[str, str]], kept: Cache = NOTHING_KEPT) -> Mapping[str, bytes]:
    """Return the PDF of each path with its data. Threads are enough: Typst works without Python's lock."""
    template = files("builder").joinpath("templates", "sheet.typ").read_bytes()
    # The sheets' type and nothing from this machine, so that a sheet is the same everywhere.
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[Path(font_source_sans_pro.__file__).parent])

    def one(data: str) -> bytes:
        return kept.data("sheet", data, make=lambda: _set(template, data, fonts))

    with ThreadPoolExecutor() as pool:
        made = pool.map(one, (data for _, data in wanted))
        return {path: pdf for (path, _), pdf in zip(wanted, made, strict=True)}


def _set(template: bytes, data: str, fonts: typst.Fonts) -> bytes:
    """Return a PDF/UA-1. A sign that the type does not have becomes a question mark: the standard allows no empty box."""
    while True:
        try:
            pdf: bytes = typst.compile(
                template, font_paths=fonts, format="pdf", pdf_standards="ua-1", sys_inputs={"data": data}, timestamp=0
            )
        except typst.TypstError as error:
            lacked = _LACKED.search(str(error))
            if not lacked or lacked[1] not in data:
                raise
            data = data.replace(lacked[1], "?")
        else:
            return pdf
