"""MkDocs on the rendered content: built in a fresh folder beside the site and swapped in.

A build that fails or is killed leaves the last good site as it was. MkDocs runs as a process of its
own, strict, with the clock and the hash seed set, so that the same input gives the same bytes.
`builder/fast/` is tried first: it gives the same bytes sooner, or says why it does not.
"""

import ctypes
import errno
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from builder.errors import Unable

_EXCHANGE = 2  # RENAME_EXCHANGE in <linux/fs.h>
_HERE = -100  # AT_FDCWD
DOUBTFUL = 3  # what builder.fast ends with where it does not know the versions or the settings
_TELLING = ("WARNING", "ERROR", "Error", "Aborted", "Config")
PUBLISHED = frozenset(
    [
        ".css",
        ".csv",
        ".gz",
        ".html",
        ".ico",
        ".ics",
        ".jpg",
        ".js",
        ".json",
        ".map",
        ".pdf",
        ".png",
        ".svg",
        ".txt",
        ".webmanifest",
        ".webp",
        ".woff2",
        ".xml",
    ]
)


def publish(*, config: Path, site: Path, clock: datetime, plain: bool = False) -> None:
    """Build `config` into `site`. Raises Unable with MkDocs' own words where it warns or fails.

    `plain` leaves out the faster way to the same bytes.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    if site.exists() and not _is_site(site):
        raise Unable(f"{site} holds other things than a site; name an empty or new folder with --site")
    _refuse_links(config.parent)
    _sweep(site)
    fresh = Path(tempfile.mkdtemp(prefix=f"{_beside(site)}new-", dir=site.parent))
    try:
        if plain or not run_fast(config=config, site=fresh, clock=clock):
            run_mkdocs(config=config, site=fresh, clock=clock)
        _refuse_strays(fresh)
        _open_to_all(fresh)
        swap(fresh, site)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def run_fast(*, config: Path, site: Path, clock: datetime) -> bool:
    """Run the faster way; return whether the site is built. Where it is not, MkDocs itself shall do or say what is due."""
    environment = {**mkdocs_environment(clock), "PYTHONPATH": str(Path(__file__).parent.parent)}
    command = [sys.executable, "-m", "builder.fast", str(config), str(site)]
    ran = subprocess.run(
        command, env=environment, cwd=config.parent, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    if ran.returncode == DOUBTFUL:
        print(f"Building the plain way, which is slower: {ran.stdout.strip()}", file=sys.stderr)
    return ran.returncode == 0


def run_mkdocs(*, config: Path, site: Path, clock: datetime) -> None:
    """Run `mkdocs build --strict` (never quiet: that would switch strict off)."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--config-file",
        str(config),
        "--site-dir",
        str(site),
    ]
    ran = subprocess.run(
        command, env=mkdocs_environment(clock), cwd=config.parent, capture_output=True, text=True, check=False
    )
    if ran.returncode != 0:
        raise Unable("MkDocs did not build the site:\n" + "\n".join(_telling(ran.stderr + ran.stdout)))


def mkdocs_environment(clock: datetime) -> dict[str, str]:
    """Return an environment in which MkDocs gives the same bytes anywhere."""
    fixed = {
        "SOURCE_DATE_EPOCH": str(int(clock.timestamp())),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return {**os.environ, **fixed}


def swap(fresh: Path, site: Path) -> None:
    """Put `fresh` in the place of `site`: in one step where the system can (Linux), else in two."""
    if not site.exists():
        fresh.rename(site)
    elif not _exchange(fresh, site):
        old = Path(tempfile.mkdtemp(prefix=f"{_beside(site)}old-", dir=site.parent))
        site.rename(old / "site")
        fresh.rename(site)
        shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.EPERM):
        return False
    raise OSError(code, os.strerror(code), str(other))


def _refuse_links(root: Path) -> None:
    """MkDocs follows links: what they lead to would be published."""
    for path in sorted(p for folder in ("content", "overrides") for p in (root / folder).rglob("*")):
        if path.is_symlink():
            raise Unable(f"{path.relative_to(root)} is a link, and would publish what it leads to; put a file there")


def _refuse_strays(built: Path) -> None:
    """MkDocs copies every file it finds; sources, templates and left-overs are not for readers."""
    for path in sorted(p.relative_to(built) for p in built.rglob("*") if not p.is_dir()):
        if path.suffix not in PUBLISHED or any(part.startswith(".") for part in path.parts):
            raise Unable(f"{path} is no file for readers; take it out of content/ or overrides/")


def _is_site(site: Path) -> bool:
    return site.is_dir() and (not any(site.iterdir()) or (site / "index.html").is_file())


def _beside(site: Path) -> str:
    """Return how folders of a build under way begin: nobody else's folder beside the site does."""
    return f".{site.name}.strong-back-"


def _sweep(site: Path) -> None:
    """Remove what a killed build left; bring back a site that was killed between two renames."""
    for old in sorted(site.parent.glob(f"{_beside(site)}old-*")):
        if not site.exists() and (old / "site").is_dir():
            (old / "site").rename(site)
        shutil.rmtree(old, ignore_errors=True)
    for left in site.parent.glob(f"{_beside(site)}new-*"):
        shutil.rmtree(left, ignore_errors=True)


def _open_to_all(folder: Path) -> None:
    """Set modes that any server can read, whatever the umask was."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _telling(output: str) -> list[str]:
    """Return MkDocs' warnings and errors with the indented lines that belong to them."""
    lines: list[str] = []
    told = False
    for line in output.splitlines():
        told = line.startswith(_TELLING) or (told and line.startswith(" "))
        lines += [line] if told else []
    return lines or output.strip().splitlines()[-5:]
