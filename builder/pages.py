"""Catalogue → Markdown pages: `{path in content/: text}`. Pure: no file is read or written here.

Every value that a template prints is escaped (`builder.markdown.escape`) unless it is already
Markdown (`Md`), so no record's text can become HTML, a link, a heading or template code.
"""

import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, get_args

from jinja2 import Environment, PackageLoader, StrictUndefined

from builder import completeness, dosage
from builder.addresses import data_path
from builder.cache import NOTHING_KEPT, Cache
from builder.forms import SHEET_FORMS
from builder.linked_data import exercise_linked_data, muscle_linked_data, program_linked_data
from builder.markdown import code_block, escape, tidy, title
from builder.models.program import Focus
from builder.models.vocabulary import Source
from builder.pictures import alt_text
from builder.rules.rule import Rule
from builder.schedule import day_words, usual_schedule
from builder.text import day_in_words, sentence
from builder.views import MUSCLE_MAP, Catalogue

Page = tuple[str, str, dict[str, Any]]
_KEY = re.compile(r"(?<!\\)\*([a-z][a-z0-9: -]*)\*")


class Md(str):
    """Text that is Markdown already and is printed as it is."""

    __slots__ = ()


def render_pages(catalogue: Catalogue, rules: tuple[Rule, ...] = (), kept: Cache = NOTHING_KEPT) -> Mapping[str, str]:
    """Return every generated page of the site, in no particular order."""
    environment = _environment(kept)
    pages: dict[str, str] = {}
    for path, template, values in _pages(catalogue, rules):
        text = environment.get_template(template).render(here=path, safety=catalogue.safety, **_tools(path), **values)
        pages[path] = tidy(text)
    return pages


def _pages(catalogue: Catalogue, rules: tuple[Rule, ...]) -> Iterator[Page]:
    for exercise in catalogue.exercises:
        about = _about("exercises", exercise.card.slug, exercise_linked_data(exercise))
        yield exercise.card.page, "exercise.md.j2", {"view": exercise, **about}
    for program in catalogue.programs:
        yield (
            program.card.page,
            "program.md.j2",
            {
                "view": program,
                "forms": [(program.card.sheet(form), form.words) for form in SHEET_FORMS],
                "schedule": usual_schedule(program.record),
                **_about("programs", program.card.slug, program_linked_data(program)),
            },
        )
    for group in catalogue.groups:
        yield group.term.page, "group.md.j2", {"view": group}
    for muscle in catalogue.muscles:
        about = _about("muscles", muscle.term.slug, muscle_linked_data(muscle))
        yield muscle.term.page, "muscle.md.j2", {"view": muscle, **about}
    for gear in catalogue.gear:
        yield gear.term.page, "gear.md.j2", {"view": gear}
    for retired in catalogue.retired:
        yield retired.page, "retired.md.j2", {"view": retired}
    for path, template in _INDEXES.items():
        yield path, template, {"catalogue": catalogue, "muscle_map": MUSCLE_MAP, "focuses": get_args(Focus)}
    yield "contributing/help-wanted.md", "help-wanted.md.j2", _help_wanted(catalogue)
    if rules:
        yield "contributing/rules.md", "rules.md.j2", {"rules": rules}


def _about(kind: str, slug: str, linked: dict[str, Any]) -> dict[str, Any]:
    """Return what the front matter says to programs: where the page's data is, and what the page is about."""
    return {"data": data_path(kind, slug), "linked": linked}


def _help_wanted(catalogue: Catalogue) -> dict[str, Any]:
    return {
        "work": completeness.open_work(catalogue),
        "unconfirmed": completeness.unconfirmed(catalogue),
        "general_only": completeness.general_only(catalogue),
        "parts": completeness.PARTS,
        "total": len(catalogue.exercises),
    }


_INDEXES = {
    "exercises/index.md": "exercises.md.j2",
    "programs/index.md": "programs.md.j2",
    "muscles/index.md": "muscles.md.j2",
    "equipment/index.md": "equipment.md.j2",
    "a-z.md": "a-z.md.j2",
    "contributing/ten-poses.md": "ten-poses.md.j2",
}


def _environment(kept: Cache = NOTHING_KEPT) -> Environment:
    environment = Environment(
        loader=PackageLoader("builder", "templates"),
        undefined=StrictUndefined,
        finalize=_finalize,
        autoescape=False,  # noqa: S701 - the output is Markdown; _finalize escapes for it
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "md": Md,
        "alt": lambda figure: alt_text(figure, kept),
        "keys": _keys,
        "code": lambda text, language: Md(code_block(text, language)),
        "sentence": sentence,
        "front": lambda text: Md(title(text)),
        "json": lambda value: Md(json.dumps(value, ensure_ascii=False)),
        "capital": lambda text: text[:1].upper() + text[1:],
        "lower_first": _lower_first,
        "dose": dosage.dose_words,
        "work": dosage.work_words,
        "tempo": dosage.tempo_words,
        "amount": dosage.amount_words,
        "source": _source,
        "weekdays": day_words,
        "day": day_in_words,
    }
    return environment


def _finalize(value: Any) -> str:
    if isinstance(value, Md):
        return value
    return str(value) if isinstance(value, int | float) else escape(str(value))


def _tools(here: str) -> dict[str, Callable[..., Md]]:
    """Return the template functions that need to know which page they stand on."""
    folder = posixpath.dirname(here)

    def to(path: str, text: str) -> Md:
        return Md(f"[{escape(text)}]({_relative(path, folder)})")

    def link(thing: Any, text: str = "") -> Md:
        return to(thing.page, text or getattr(thing, "name", None) or thing.value.name)

    def links(things: Any) -> Md:
        return Md(", ".join(link(thing) for thing in things))

    def picture(path: str, text: str) -> Md:
        return Md(f"!{to(path, text)}")

    return {"to": to, "link": link, "links": links, "picture": picture}


@lru_cache(maxsize=65536)
def _relative(path: str, folder: str) -> str:
    return posixpath.relpath(path, folder or ".")


def _source(source: Source) -> Md:
    year = f", {source.year}" if source.year else ""
    return Md(f"[{escape(source.title)}]({source.address}). {escape(source.publisher)}{year}")


def _keys(text: str) -> Md:
    """Return text in which emphasised words of the pose language are shown as code."""
    return Md(_KEY.sub(r"`\1`", escape(text)))


def _lower_first(text: str) -> str:
    """Return text to stand inside a sentence; a first word such as RDL or T-bar keeps its capitals."""
    first = text.split(" ", 1)[0]
    return text if len(first) > 1 and not first[1:2].islower() else text[:1].lower() + text[1:]
