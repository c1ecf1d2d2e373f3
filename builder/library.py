"""Everything that was read from a root: typed entries that know where each of their fields stands."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from builder.cache import NOTHING_KEPT, Cache
from builder.guides import Guide, read_guides
from builder.models.exercise import Exercise
from builder.models.program import Program
from builder.models.vocabulary import (
    CautionTopic,
    Gear,
    Group,
    GuidanceOrigin,
    Movement,
    Muscle,
    Origin,
    PoseExample,
    Position,
    Safety,
    Source,
    Tombstone,
    Wording,
)
from builder.problems import Problem
from builder.shape import shape
from builder.source import LARGEST, LARGEST_LIST, find_files, read_text, relative
from builder.yamltree import Document, read_yaml

T = TypeVar("T", bound=BaseModel)
PathIn = tuple[str | int, ...]

VOCABULARIES: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "groups": Group,
        "muscles": Muscle,
        "equipment": Gear,
        "positions": Position,
        "movements": Movement,
        "cautions": CautionTopic,
        "sources": Source,
        "tombstones": Tombstone,
        "pose_examples": PoseExample,
        "origins_exercises": Origin,
        "origins_programs": Origin,
        "origins_guidance": GuidanceOrigin,
    }
)
# A library is whole without them.
OPTIONAL = frozenset({"pose_examples", "origins_exercises", "origins_programs", "origins_guidance"})


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """One record with its slug, its group (exercises only) and its document for positions."""

    slug: str
    group: str
    value: T
    document: Document
    at: PathIn = ()

    def problem(self, path: PathIn, code: str, message: str, hint: str = "", *, key: bool = False) -> Problem:
        """Return a problem at `path` inside this record."""
        return self.document.problem((*self.at, *path), code, message, hint, key=key)


@dataclass(frozen=True, slots=True)
class Library:
    """All records that fit their shape. `broken` holds slugs of files that did not, so that
    references to them are not reported a second time; `claimed` holds every key of each vocabulary
    that could be read, fitting or not, for the same reason. `bases` are the named poses of figures, `guides` the pages by
    hand, `kept` what earlier runs worked out."""

    exercises: tuple[Entry[Exercise], ...] = ()
    programs: tuple[Entry[Program], ...] = ()
    vocabulary: Mapping[str, Mapping[str, Entry[Any]]] = field(default_factory=dict)
    wording: tuple[Entry[Wording], ...] = ()
    safety: Safety | None = None
    broken: frozenset[str] = frozenset()
    claimed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    bases: Mapping[str, Any] = field(default_factory=dict)
    guides: tuple[Guide, ...] = ()
    kept: Cache = NOTHING_KEPT

    def terms(self, name: str) -> Mapping[str, Any]:
        """Return one vocabulary: slug → model."""
        return {slug: entry.value for slug, entry in self.vocabulary.get(name, {}).items()}

    def exercise_slugs(self) -> frozenset[str]:
        """Return every slug that an exercise file claims, broken files included."""
        return frozenset(e.slug for e in self.exercises) | self.broken

    def entries(self) -> Iterator[Entry[Any]]:
        """Yield every exercise and program."""
        yield from self.exercises
        yield from self.programs


def read_library(root: Path) -> tuple[Library, list[Problem]]:
    """Read every record under `root`; return what fits and every problem of what does not."""
    problems: list[Problem] = []
    exercises, broken = _records(root, "exercises", Exercise, problems)
    programs, broken_programs = _records(root, "programs", Program, problems)
    wording, safety = _wording(root, problems), _safety(root, problems)
    claimed: dict[str, frozenset[str]] = {}
    vocabulary = {name: _vocabulary(root, name, model, problems, claimed) for name, model in VOCABULARIES.items()}
    problems += _strays(root)
    broken |= broken_programs
    guides, faults = read_guides(root)
    problems += faults
    library = Library(exercises, programs, vocabulary, wording, safety, broken, claimed, _bases(root, problems), guides)
    return library, problems


def _records(
    root: Path, folder: str, model: type[T], problems: list[Problem]
) -> tuple[tuple[Entry[T], ...], frozenset[str]]:
    files, faults = find_files(root / folder, root)
    problems += faults
    entries = [(file.stem, _entry(file, root, model, problems)) for file in files]
    broken = frozenset(slug for slug, entry in entries if entry is None)
    return tuple(entry for _, entry in entries if entry is not None), broken


def _entry(file: Path, root: Path, model: type[T], problems: list[Problem]) -> Entry[T] | None:
    document = _document(file, root, problems)
    value, faults = shape(document, model) if document else (None, [])
    problems += faults
    group = "/".join(file.relative_to(root).parts[1:-1])
    return Entry(file.stem, group, value, document) if value is not None and document else None


def read_exercise(file: Path, root: Path) -> Entry[Exercise] | None:
    """Return one exercise by itself, or nothing where it does not fit its shape."""
    return _entry(file, root, Exercise, [])


def read_bases(root: Path) -> Mapping[str, Any]:
    """Return the base poses of `root` by themselves."""
    return _bases(root, [])


def _document(file: Path, root: Path, problems: list[Problem], largest: int = LARGEST) -> Document | None:
    text, faults = read_text(file, root, largest)
    problems += faults
    if text is None:
        return None
    document, faults = read_yaml(text, relative(file, root))
    problems += faults
    return document


def _vocabulary(
    root: Path, name: str, model: type[T], problems: list[Problem], claimed: dict[str, frozenset[str]]
) -> dict[str, Entry[T]]:
    file = root / "vocabulary" / f"{name}.yaml"
    document = None if name in OPTIONAL and not os.path.lexists(file) else _required(file, root, problems)
    if document is None:
        return {}
    if not isinstance(document.data, Mapping):
        problems.append(
            document.problem((), "SH001", "Named terms are wanted here.", "write `term: {field: value}` lines")
        )
        return {}
    claimed[name] = frozenset(document.data)
    terms: dict[str, Entry[T]] = {}
    for slug in document.data:
        value, faults = shape(document, model, at=(slug,))
        problems += faults
        if value is not None:
            terms[slug] = Entry(slug, "", value, document, (slug,))
    return terms


def _wording(root: Path, problems: list[Problem]) -> tuple[Entry[Wording], ...]:
    document = _required(root / "vocabulary" / "wording.yaml", root, problems)
    if document is None:
        return ()
    if not isinstance(document.data, list):
        problems.append(
            document.problem((), "SH007", "A list of terms is wanted here.", "start each term with `- wrong:`")
        )
        return ()
    entries = []
    for index in range(len(document.data)):
        value, faults = shape(document, Wording, at=(index,))
        problems += faults
        if value is not None:
            entries.append(Entry(str(index), "", value, document, (index,)))
    return tuple(entries)


def _safety(root: Path, problems: list[Problem]) -> Safety | None:
    document = _required(root / "vocabulary" / "safety.yaml", root, problems)
    value, faults = shape(document, Safety) if document else (None, [])
    problems += faults
    return value


def _bases(root: Path, problems: list[Problem]) -> Mapping[str, Any]:
    """Return the base poses; a root whose records draw nothing needs none."""
    file = root / "vocabulary" / "base_poses.yaml"
    document = _document(file, root, problems, LARGEST_LIST) if file.is_file() and not file.is_symlink() else None
    return document.data if document and isinstance(document.data, Mapping) else {}


def _required(file: Path, root: Path, problems: list[Problem]) -> Document | None:
    if not os.path.lexists(file):
        problems.append(
            Problem(
                relative(file, root), 1, 1, "RD014", "The file is missing.", "take it from the project's repository"
            )
        )
        return None
    if file.is_symlink() or not file.is_file():
        return None  # told with all else that lies in vocabulary/
    return _document(file, root, problems, LARGEST_LIST)


def _strays(root: Path) -> list[Problem]:
    known = {f"{name}.yaml" for name in VOCABULARIES} | {"wording.yaml", "safety.yaml", "base_poses.yaml"}
    files, problems = find_files(root / "vocabulary", root)
    for file in files:
        if file.name not in known or file.parent != root / "vocabulary":
            problems.append(
                Problem(
                    relative(file, root),
                    1,
                    1,
                    "RD015",
                    f"Nothing reads “{file.name}”.",
                    f"vocabulary holds {', '.join(sorted(known))}",
                )
            )
    return problems
