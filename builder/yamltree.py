"""Strict YAML text → plain data plus a position for every key and value.

Reads libyaml's *events*: as fast as the C loader, and safe on deep nesting, where the C loader's own
tree building can crash the interpreter. Refuses what contributors never mean: anchors, aliases, tags,
directives, several documents, duplicate keys, depth over 8, words with two readings.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from builder.problems import Problem, short
from builder.scalars import Ambiguous, read_plain
from builder.source import bad_characters
from builder.syntax import Fault, syntax_fault

DEEPEST = 8
Path = tuple[str | int, ...]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Document:
    """One file's data. `keys` and `values` give (line, column), from 1, of each path into `data`."""

    path: str
    data: Any
    keys: dict[Path, Place]
    values: dict[Path, Place]

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Return where `path`, or else its nearest ancestor, stands."""
        while True:
            for table in (self.keys, self.values) if key else (self.values, self.keys):
                if path in table:
                    return table[path]
            if not path:
                return (1, 1)
            path = path[:-1]

    def problem(self, path: Path, code: str, message: str, hint: str = "", *, key: bool = False) -> Problem:
        """Return a problem that stands at `path` of this document."""
        line, column = self.place(path, key=key)
        return Problem(self.path, line, column, code, message, hint)


_START = yaml.Mark("", 0, 0, 0, None, 0)


class _Refused(Exception):
    def __init__(self, mark: Any, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.fault = (mark.line + 1, mark.column + 1, code, message, hint)


def read_yaml(text: str, path: str) -> tuple[Document | None, list[Problem]]:
    """Return the document, or the problems that make it unreadable. Never raises on bad YAML."""
    reader = _Reader(text)
    try:
        data = reader.document()
    except _Refused as refused:
        reader.faults.append(refused.fault)
    except yaml.YAMLError as error:
        reader.faults.append(syntax_fault(error, reader.lines, reader.quoted))
    if reader.faults:
        return None, [Problem(path, *fault) for fault in reader.faults]
    return Document(path, data, reader.keys, reader.values), []


class _Reader:
    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.events: Iterator[Any] = yaml.parse(text, yaml.CSafeLoader)
        self.keys: dict[Path, Place] = {}
        self.values: dict[Path, Place] = {}
        self.faults: list[Fault] = []
        self.quoted: Any = None

    def document(self) -> Any:
        next(self.events)
        start = next(self.events)
        if isinstance(start, yaml.StreamEndEvent):
            hint = "run `python build_pages.py new SLUG --group GROUP`"
            raise _Refused(_START, "RD030", "The file is empty.", hint)
        if start.version or start.tags:
            raise _Refused(start.start_mark, "RD031", "A YAML directive (%…) stands here.", "delete the line")
        data = self.node(next(self.events), ())
        next(self.events)
        if not isinstance(extra := next(self.events), yaml.StreamEndEvent):
            raise _Refused(
                extra.start_mark,
                "RD032",
                "A second document begins here.",
                "one file holds one record: delete the `---`",
            )
        return data

    def node(self, event: Any, path: Path) -> Any:
        self._refuse_extras(event)
        self.values[path] = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if len(path) >= DEEPEST:
            raise _Refused(
                event.start_mark,
                "RD036",
                f"This is nested more than {DEEPEST} levels deep.",
                "a record is at most four levels deep",
            )
        return self.mapping(path) if isinstance(event, yaml.MappingStartEvent) else self.sequence(path)

    def mapping(self, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event)
            place = (event.start_mark.line + 1, event.start_mark.column + 1)
            if key in data:
                first = self.keys[(*path, key)]
                message = f"“{short(key)}” stands twice; the first is in line {first[0]}, column {first[1]}."
                self.faults.append((*place, "RD035", message, "keep one of the two"))
            self.keys[(*path, key)] = place
            data[key] = self.node(next(self.events), (*path, key))
        return data

    def key(self, event: Any) -> str:
        self._refuse_extras(event)
        if not isinstance(event, yaml.ScalarEvent):
            raise _Refused(
                event.start_mark,
                "RD037",
                "A list or mapping is used as a key.",
                "a key is one word and a colon; put text that starts with { or [ in quotes",
            )
        if event.value == "<<":
            raise _Refused(event.start_mark, "RD034", "A merge key (<<) stands here.", "write the fields out")
        self._refuse_escaped(event)
        return str(event.value)

    def sequence(self, path: Path) -> list[Any]:
        data: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            data.append(self.node(event, (*path, len(data))))
        return data

    def scalar(self, event: Any) -> Any:
        mark = event.start_mark
        if not event.implicit[0]:
            self.quoted = event
            self._refuse_escaped(event)
            return event.value
        self._refuse_lost_comment(event)
        self._refuse_lost_item(event)
        try:
            return read_plain(event.value)
        except Ambiguous as ambiguous:
            message = f"“{short(event.value)}” can be read as {ambiguous.readings}."
            quoted = f'put the text in quotes: "{short(event.value)}"'
            hint = f"{ambiguous.mend}, or {quoted}" if ambiguous.mend else quoted
            self.faults.append((mark.line + 1, mark.column + 1, "RD040", message, hint))
            return event.value

    def _refuse_lost_comment(self, event: Any) -> None:
        end = event.end_mark
        rest = self.lines[end.line][end.column :].lstrip() if end.line < len(self.lines) else ""
        if rest.startswith("#") and " " in event.value:
            message = f"The text from “{rest[:20]}” on would be lost: ` #` starts a comment."
            hint = "put the whole text in double quotes, or move the comment to a line of its own"
            self.faults.append((end.line + 1, end.column + 2, "RD041", message, hint))

    def _refuse_lost_item(self, event: Any) -> None:
        """A dash that is indented further than its list goes on with the text above; nobody means that."""
        for number in range(event.start_mark.line + 1, min(event.end_mark.line + 1, len(self.lines))):
            line = self.lines[number]
            if line.lstrip().startswith("- "):
                message = "This dash would become a part of the text above."
                column = len(line) - len(line.lstrip()) + 1
                self.faults.append((number + 1, column, "RD044", message, "start each item at the same indent"))

    def _refuse_escaped(self, event: Any) -> None:
        """What may not stand in a file may not be written as a backslash code either."""
        if event.style == '"':
            for _, _, (code, message, _) in bad_characters(event.value)[:1]:
                mark = event.start_mark
                self.faults.append(
                    (
                        mark.line + 1,
                        mark.column + 1,
                        code,
                        f"A backslash code in this text: {message}",
                        "delete the code",
                    )
                )

    @staticmethod
    def _refuse_extras(event: Any) -> None:
        mark = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            raise _Refused(
                mark,
                "RD033",
                f"An alias (*{short(event.anchor)}) stands here.",
                "write the text out, or put it in quotes",
            )
        if event.anchor:
            raise _Refused(
                mark,
                "RD033",
                f"An anchor (&{short(event.anchor)}) stands here.",
                "delete it, or put the text in quotes",
            )
        if event.tag:
            tag = short(str(event.tag).replace("tag:yaml.org,2002:", "!!"))
            raise _Refused(mark, "RD038", f"A YAML tag ({tag}) stands here.", "delete it, or put the text in quotes")
