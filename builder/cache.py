"""What earlier runs worked out from the same input: texts under the digest of all that they depend on.

An entry is found by the builder's whole code, a kind of work and what it was made from, so a change of any of them finds
nothing and the work is done again. Each entry carries a digest of its own: a damaged one is made anew. Where nothing
can be kept (no folder, a link in its place, a full or read-only disk) all work is simply done.
"""

import hashlib
import json
import platform
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from builder.write import thin_out, write_file

FOLDER = (".cache", "drawings")
SPARE = 500  # entries that a run may leave although it did not need them: other branches of the same folder will
CODE = {".py", ".j2", ".typ"}
WORKERS = ("jinja2", "typst", "segno", "font-source-sans-pro")  # packages whose version shows in what is kept
DIGEST = 64  # length of a digest in hexadecimal


@dataclass(frozen=True, slots=True)
class Cache:
    """Texts by what they were made from. Without a folder nothing is kept."""

    folder: Path | None = None
    code: str = ""
    used: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)

    def text(self, kind: str, *made_from: str, make: Callable[[], str]) -> str:
        """Return what `make` returns; only ask it where the answer for `made_from` is not kept."""
        return self.data(kind, *made_from, make=lambda: make().encode()).decode()

    def data(self, kind: str, *made_from: str, make: Callable[[], bytes]) -> bytes:
        """Return what `make` returns, as `text` does, for files that are not text."""
        if self.folder is None:
            return make()
        name = _digest(json.dumps([self.code, kind, *made_from]).encode())
        self.used.add(name)
        found = _read(self.folder / name)
        if found is None:
            found = make()
            self.made.add(name)
            with suppress(OSError):
                write_file(self.folder / name, _sealed(name, found))
        return found

    def prune(self) -> None:
        """Remove the oldest of the entries that this run did not need, once there are many."""
        if self.folder is not None and self.made:
            thin_out(self.folder, keep=self.used, spare=max(SPARE, 4 * len(self.used)))


NOTHING_KEPT = Cache()


def open_cache(root: Path) -> Cache:
    """Return the cache of `root` for the code as it stands. Open it once a process: the code that runs does not change."""
    folder = root.joinpath(*FOLDER)
    if folder.is_symlink() or folder.parent.is_symlink():
        return NOTHING_KEPT
    return Cache(folder, fingerprint(Path(__file__).parent))


def fingerprint(folder: Path) -> str:
    """Return a digest of every source file and template under `folder`, and of what runs them."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in CODE)
    parts = [(path.relative_to(folder).as_posix(), _digest(path.read_bytes())) for path in files]
    return _digest(json.dumps([platform.python_version(), *map(version, WORKERS), *parts]).encode())


def _read(file: Path) -> bytes | None:
    """Return what an entry holds, or nothing where there is none or it is not what was written under its name."""
    try:
        sealed = file.read_bytes() if file.is_file() else b""
    except OSError:
        return None
    data = sealed[DIGEST:]
    return data if sealed and sealed == _sealed(file.name, data) else None


def _sealed(name: str, data: bytes) -> bytes:
    return _digest(name.encode() + data).encode() + data


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
