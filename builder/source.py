"""From a folder to the text of its record files: what may be opened, and what the bytes may hold."""

import os
import stat
import unicodedata
from pathlib import Path

from builder.problems import Problem

LARGEST = 64 * 1024  # one record
LARGEST_LIST = 1024 * 1024  # a vocabulary, which grows with the library
MOST_CHARACTERS = 20  # problems with characters that one file may list: a binary file has thousands
_BIDI = set("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ZWNJ, _ZWJ = "\u200c", "\u200d"


def find_files(folder: Path, root: Path) -> tuple[list[Path], list[Problem]]:
    """Return the `.yaml` files under `folder` in name order, and a problem for all else that lies there."""
    files: list[Path] = []
    problems: list[Problem] = []
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        message, hint = f"“{folder.name}” is not a plain folder, so nothing in it is read.", "make it a folder"
        return [], [Problem(relative(folder, root), 1, 1, "RD012", message, hint)]
    for entry in _walk(folder):
        if fault := _entry_fault(entry):
            code, message, hint = fault
            problems.append(Problem(relative(entry, root), 1, 1, code, message, hint))
        elif entry.suffix == ".yaml" and not entry.is_dir():
            files.append(entry)
    return files, problems


def relative(path: Path, root: Path) -> str:
    """Return `path` from `root` with forward slashes; undecodable bytes are shown, never raised."""
    shown = os.fspath(path.relative_to(root)).replace(os.sep, "/")
    return shown.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def read_text(path: Path, root: Path, largest: int = LARGEST) -> tuple[str | None, list[Problem]]:
    """Return the file's text with LF line ends, or the problems that keep it from being read."""
    name = relative(path, root)
    try:
        if not stat.S_ISREG(path.lstat().st_mode):  # opening a pipe would wait for ever
            return None, [Problem(name, 1, 1, "RD012", "This is not a plain file.", "put a plain file here")]
        with path.open("rb") as handle:
            raw = handle.read(largest + 1)
    except OSError as error:
        return None, [
            Problem(name, 1, 1, "RD001", f"The file cannot be read: {error.strerror}.", "check that you may read it")
        ]
    if len(raw) > largest:
        return None, [
            Problem(
                name,
                1,
                1,
                "RD002",
                f"The file is larger than {largest // 1024} KiB.",
                "a record is one exercise; split it",
            )
        ]
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0\0" in (raw[0:4:2], raw[1:5:2]):
        message = "The file is UTF-16 or no text at all; UTF-8 text is wanted."
        return None, [Problem(name, 1, 1, "RD003", message, "save the file as UTF-8")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _place(raw[: error.start].decode("utf-8", "replace"))
        return None, [
            Problem(
                name,
                line,
                column,
                "RD003",
                f"Byte 0x{raw[error.start]:02X} is not UTF-8 text.",
                "save the file as UTF-8",
            )
        ]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = [Problem(name, line, column, *fault) for line, column, fault in bad_characters(text)[:MOST_CHARACTERS]]
    return (None if problems else text), problems


def _walk(folder: Path) -> list[Path]:
    if not folder.is_dir() or folder.is_symlink():
        return []
    found: list[Path] = []
    for entry in sorted(folder.iterdir(), key=lambda p: os.fsencode(p.name)):
        found.append(entry)
        if entry.is_dir() and not entry.is_symlink():
            found.extend(_walk(entry))
    return found


def _entry_fault(entry: Path) -> tuple[str, str, str] | None:
    name = entry.name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    if entry.is_symlink():
        return "RD010", f"“{name}” is a link; records are plain files.", "copy the file here instead"
    if entry.is_dir():
        if entry.suffix.casefold() in {".yaml", ".yml"}:
            return "RD011", f"“{name}” is a folder with the name of a record.", "rename or remove the folder"
        return None
    if not stat.S_ISREG(entry.lstat().st_mode):
        return "RD012", f"“{name}” is not a regular file.", "remove it"
    if name.startswith(".") and entry.suffix == ".yaml":
        return "RD013", f"“{name}” starts with a dot, so nobody would read it.", f"rename it to {name.lstrip('.')}"
    if name.startswith(".") or name == "README.md":
        return None
    if entry.suffix != ".yaml":
        return (
            "RD013",
            f"“{name}” does not end in .yaml, so nobody would read it.",
            f"rename it to {name.split('.')[0].casefold()}.yaml or remove it",
        )
    return None


def bad_characters(text: str) -> list[tuple[int, int, tuple[str, str, str]]]:
    """Return line, column, and code, message and hint of every character that no record may hold."""
    found = []
    for line_number, line in enumerate(text.split("\n"), 1):
        if line.isascii() and line.isprintable():
            continue
        for column, char in enumerate(line, 1):
            if fault := _character_fault(char, line, column - 1):
                found.append((line_number, column, fault))
    return found


def _character_fault(char: str, line: str, at: int) -> tuple[str, str, str] | None:
    if char == "\t":
        return "RD020", "A tab stands here; YAML is indented with spaces.", "put spaces instead of the tab"
    category = unicodedata.category(char)
    if char in (_ZWNJ, _ZWJ):
        return None if _joins(char, line, at) else _invisible(char)
    if category in {"Cc", "Cs", "Co", "Cn"} or char in _BIDI or category in {"Zl", "Zp"}:
        return (
            "RD021",
            f"A control or unassigned character stands here ({_name(char)}).",
            "delete it and type the text again",
        )
    if category == "Cf" or (0xFE00 <= ord(char) <= 0xFE0E) or 0xE0100 <= ord(char) <= 0xE01EF:
        return _invisible(char)
    return None


def _invisible(char: str) -> tuple[str, str, str]:
    return "RD022", f"An invisible character stands here ({_name(char)}).", "delete it and type the text again"


def _joins(char: str, line: str, at: int) -> bool:
    """A joiner is real between letters of a joining script, or between emoji; elsewhere it hides."""
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    if not before or not after:
        return False
    if char == _ZWJ and unicodedata.category(after) == "So":
        return True
    return all(ord(c) >= 0x590 and unicodedata.category(c)[0] in "LM" for c in (before, after))


def _name(char: str) -> str:
    kinds = {"Cc": "control character", "Co": "private use", "Cn": "not assigned"}
    return f"U+{ord(char):04X} {unicodedata.name(char, kinds.get(unicodedata.category(char), 'no name'))}"


def _place(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
