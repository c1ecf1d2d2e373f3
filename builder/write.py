"""The only module that writes output: changed files only, temp file and rename, stale files removed.

A manifest beside the pages, `.rendered.json`, lists what was written. Only files that it lists are
ever removed or replaced: hand-written pages are never touched.
"""

import hashlib
import json
import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from builder.errors import Unable

MANIFEST = ".rendered.json"
MODE = 0o644
OURS = (".md", ".svg", ".pdf", ".ics", ".json", ".csv", ".xml")  # how the names of generated files end


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written, left as they were, and removed."""

    changed: int
    same: int
    removed: int


def write_pages(pages: Mapping[str, str | bytes], content: Path) -> Written:
    """Make the generated part of `content` equal to `pages`; return what that took.

    Raises Unable where a generated page would replace a hand-written one, or a link leads outside.
    """
    before = _read_manifest(content)
    _refuse_foreign(pages, before, content)
    _sweep({content, *((content / path).parent for path in (*before, *pages))})
    # Listed before written: a build killed half-way still knows every file that is its own.
    digests = {path: hashlib.sha256(_bytes(file)).hexdigest() for path, file in pages.items()}
    _write_manifest(content, sorted({*before, *digests}))
    changed = sum(write_changed(content / path, file) for path, file in sorted(pages.items()))
    stale = [path for path in before if path not in pages]
    removed = sum(_remove(content, path) for path in stale)
    _write_manifest(content, sorted(digests))
    return Written(changed, len(pages) - changed, removed)


def write_file(path: Path, data: bytes) -> None:
    """Write `data` to `path` whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as handle:
            handle.write(data)
        temporary.chmod(MODE)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def thin_out(folder: Path, *, keep: Collection[str], spare: int) -> None:
    """Of the files in `folder` that are not in `keep`, leave the `spare` that were written last."""
    with suppress(OSError):
        others = [path for path in folder.iterdir() if path.name not in keep]
        if len(others) > spare:
            others.sort(key=lambda path: path.lstat().st_mtime_ns)
            for path in others[: len(others) - spare]:
                path.unlink(missing_ok=True)


def write_changed(path: Path, file: str | bytes) -> bool:
    """Write a text or bytes to `path` unless they stand there already; return whether they had to be written."""
    data = _bytes(file)
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        pass
    write_file(path, data)
    return True


def _refuse_foreign(pages: Mapping[str, str | bytes], ours: frozenset[str], content: Path) -> None:
    for folder in sorted({folder for path in (*ours, *pages) for folder in (content / path).parents}):
        if folder != content and folder.is_relative_to(content) and folder.is_symlink():
            raise Unable(f"content/{folder.relative_to(content).as_posix()} is a link; put a folder in its place")
    for path, file in pages.items():
        if path in ours or not (content / path).exists():
            continue
        if (content / path).read_bytes() != _bytes(file):
            raise Unable(
                f"content/{path} was written by hand, and a record wants the same address; rename one of the two"
            )


def _read_manifest(content: Path) -> frozenset[str]:
    try:
        listed = json.loads((content / MANIFEST).read_text(encoding="utf-8"))
        return frozenset(path for path in listed if _is_inside(path))
    except (FileNotFoundError, ValueError, TypeError):
        return frozenset()


def _write_manifest(content: Path, paths: list[str]) -> None:
    data = (json.dumps(paths, indent=0) + "\n").encode()
    manifest = content / MANIFEST
    if not manifest.is_file() or manifest.read_bytes() != data:
        write_file(manifest, data)


def _is_inside(path: object) -> bool:
    return (
        isinstance(path, str)
        and path.endswith(OURS)
        and path.isprintable()
        and not path.startswith("/")
        and ".." not in PurePosixPath(path).parts
    )


def _sweep(folders: set[Path]) -> None:
    """Remove the half-written files of a build that was killed; the lock keeps other builds away."""
    for folder in folders:
        for left in folder.glob(".*.*.tmp"):
            left.unlink(missing_ok=True)


def _remove(content: Path, path: str) -> bool:
    file = content / path
    existed = file.is_file()
    file.unlink(missing_ok=True)
    for folder in file.relative_to(content).parents:
        if folder == Path() or any((content / folder).iterdir()):
            break
        (content / folder).rmdir()
    return existed


def _bytes(file: str | bytes) -> bytes:
    return file.encode() if isinstance(file, str) else file
