"""`fix`: fields in canonical order, even spacing and typography; meaning and comments stay.

ruamel.yaml rewrites the file because it alone keeps comments, quotes and flow style in a round trip.
Nothing is written unless the file says the same afterwards as before.
"""

import io
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import ScalarString

from builder.errors import Unable
from builder.models.exercise import Exercise
from builder.models.program import Program
from builder.problems import Problem
from builder.shape import field_names, model_of
from builder.source import find_files, read_text, relative
from builder.text import clean
from builder.write import write_file
from builder.yamltree import read_yaml

_WIDE = 4096


def fix_files(root: Path, paths: list[Path]) -> tuple[list[str], list[Problem]]:
    """Tidy `paths`, or every record under `root`; return what changed and what could not be read."""
    changed: list[str] = []
    problems: list[Problem] = []
    for path, model in _targets(root, paths):
        text, faults = read_text(path, root)
        if text is not None:
            fixed, faults = fix_text(text, model, relative(path, root))
            if fixed != text:
                write_file(path, fixed.encode())
                changed.append(relative(path, root))
        problems += faults
    return changed, problems


def fix_text(text: str, model: type[BaseModel], name: str) -> tuple[str, list[Problem]]:
    """Return the tidied text of one record; the same text, and why, where it cannot be read."""
    before, problems = read_yaml(text, name)
    if before is None:
        return text, problems
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = _WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    try:
        tree = yaml.load(text)
        if not isinstance(tree, CommentedMap):
            return text, []
        _even(tree)
        _order(tree, model)
        out = io.StringIO()
        yaml.dump(tree, out)
    except Exception:  # ruamel.yaml reads a little less than libyaml, and raises errors of many kinds
        return text, [_untidy(name)]
    fixed = "\n".join(line.rstrip() for line in out.getvalue().split("\n"))
    after, _ = read_yaml(fixed, name)
    if after is None or _plain(after.data) != _plain(before.data):
        return text, [_untidy(name)]
    return fixed, []


def _untidy(name: str) -> Problem:
    message = "This record cannot be tidied without changing what it says."
    return Problem(name, 1, 1, "RD050", message, "tidy it by hand")


def _targets(root: Path, paths: list[Path]) -> list[tuple[Path, type[BaseModel]]]:
    if not paths:
        return [(file, model) for folder, model in _FOLDERS.items() for file in find_files(root / folder, root)[0]]
    targets = []
    for path in paths:
        folder = path.relative_to(root).parts[0] if path.is_relative_to(root) else ""
        if folder not in _FOLDERS or path.is_symlink() or not path.is_file():
            raise Unable(f"{path} is not a record in {' or '.join(f'{f}/' for f in _FOLDERS)} of {root}")
        targets.append((path, _FOLDERS[folder]))
    return targets


_FOLDERS: dict[str, type[BaseModel]] = {"exercises": Exercise, "programs": Program}


def _even(node: Any) -> None:
    """Clean every text in place; the kind of quotes stays."""
    pairs = (
        node.items() if isinstance(node, CommentedMap) else enumerate(node) if isinstance(node, CommentedSeq) else ()
    )
    for key, value in list(pairs):
        if isinstance(value, ScalarString):
            node[key] = type(value)(clean(value)) if " " in value else value
        elif isinstance(value, str):
            node[key] = clean(value) if " " in value and not _is_quantity(value) else value
        else:
            _even(value)


def _is_quantity(value: str) -> bool:
    """`8-12 reps` is data: its hyphen and space stay as they are typed."""
    return value[:1].isdigit()


def _order(node: Any, model: type[BaseModel] | None) -> None:
    if isinstance(node, CommentedSeq):
        for item in node:
            _order(item, model)
    if not isinstance(node, CommentedMap) or model is None:
        return
    wanted = [name for name in field_names(model) if name in node]
    wanted += [name for name in node if name not in wanted]
    if list(node) != wanted:
        for name in wanted:
            node.move_to_end(name)
    for name in wanted:
        _order(node[name], model_of(model, str(name)))


def _plain(data: Any) -> Any:
    """The data as it counts: cleaned text, keys in any order."""
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    return clean(data) if isinstance(data, str) else data
